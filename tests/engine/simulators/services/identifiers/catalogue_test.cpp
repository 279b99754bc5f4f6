#include "engine/simulators/services/identifiers/catalogue.h"

#include <gtest/gtest.h>

#include <set>

namespace parktwin::services::identifiers {
namespace {

std::vector<Enterprise> enterprises(const std::vector<std::uint32_t>& counts) {
  std::vector<Enterprise> list(counts.size());
  for (std::size_t i = 0; i < counts.size(); ++i) list[i].identifiers = counts[i];
  return list;
}

TEST(Catalogue, IdentifiersOfOneEnterpriseAreNeighbours) {
  const Catalogue catalogue(enterprises({3, 0, 4, 1}), 0.8, 1);
  EXPECT_EQ(catalogue.size(), 8U);
  const std::vector<std::size_t> owners{0, 0, 0, 2, 2, 2, 2, 3};
  for (std::uint32_t i = 0; i < 8; ++i) EXPECT_EQ(catalogue.owner(i), owners[i]) << i;
  EXPECT_EQ(catalogue.owner_end(0), 3U);
  EXPECT_EQ(catalogue.owner_end(5), 7U);
}

TEST(Catalogue, EveryIdentifierHasARankAndTheSeedSaysWhich) {
  const Catalogue one(enterprises({50}), 0.0, 1);
  const Catalogue two(enterprises({50}), 0.0, 2);
  kernel::RandomStream first(1, 1, 1);
  kernel::RandomStream same(1, 1, 1);
  std::set<std::uint32_t> seen;
  int equal = 0;
  for (int i = 0; i < 2000; ++i) {
    const std::uint32_t identifier = one.popular(first);
    seen.insert(identifier);
    equal += identifier == two.popular(same) ? 1 : 0;
  }
  EXPECT_EQ(seen.size(), 50U);
  EXPECT_LT(equal, 500);
}

}  // namespace
}  // namespace parktwin::services::identifiers
