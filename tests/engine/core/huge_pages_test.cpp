#include "engine/core/huge_pages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

namespace parktwin {
namespace {

TEST(HugePages, HoldAsManyValuesAsAskedAllAlike) {
  for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{1000}, std::size_t{1} << 20}) {
    const auto values = in_huge_pages<std::int64_t>(count);
    EXPECT_EQ(values.size(), count);
    EXPECT_TRUE(std::ranges::all_of(values, [](std::int64_t value) { return value == 0; }));
  }
}

// What is advised of memory in use changes none of its values, wherever it begins and ends.
TEST(HugePages, AdviceChangesNoValue) {
  std::vector<std::uint32_t> values(std::size_t{3} << 20);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<std::uint32_t>(i * 2654435761U);
  for (const std::size_t begin : {std::size_t{0}, std::size_t{1}, std::size_t{1023}, std::size_t{4097}}) {
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{2000}, values.size() - begin}) {
      advise_huge_pages(values.data() + begin, count * sizeof(std::uint32_t));
    }
  }
  advise_huge_pages(nullptr, 0);
  for (std::size_t i = 0; i < values.size(); ++i) ASSERT_EQ(values[i], static_cast<std::uint32_t>(i * 2654435761U));
}

}  // namespace
}  // namespace parktwin
