#include <algorithm>

#include "engine/core/errors.h"
#include "engine/criteria/criteria.h"
#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

const std::filesystem::path folder = std::filesystem::path(PARKTWIN_SOURCE_DIR) / "data/criteria";

TEST(ReadPacks, OneBehindTheOther) {
  const Pack one = read_pack(folder / "miit-2021.yaml");
  const Pack both = read_packs({folder / "miit-2021.yaml", folder / "zero-carbon-park-2025.yaml"});
  EXPECT_EQ(both.name, "miit-2021, zero-carbon-park-2025");
  EXPECT_EQ(both.clauses.size(), one.clauses.size() + 6U);
  EXPECT_EQ(both.directions.size(), one.directions.size() + 2U);
  EXPECT_EQ(both.clauses.back().id, "Z2-Q4");
  EXPECT_NE(both.title.zh.find("；"), std::string::npos);
  EXPECT_EQ(read_packs({folder / "miit-2021.yaml"}).title, one.title);
}

TEST(ReadPacks, ReportEveryFileAndIdsOfTwoPacks) {
  const TemporaryFile bad("name: small\nclauses: 7\n");
  try {
    (void)read_packs({folder / "zero-carbon-park-2025.yaml", bad.path(), folder / "zero-carbon-park-2025.yaml"});
    ADD_FAILURE() << "accepted";
  } catch (const InputError& error) {
    const auto& problems = error.problems();
    EXPECT_TRUE(std::any_of(problems.begin(), problems.end(), [&](const Problem& p) { return p.file == bad.path().string(); }));
    EXPECT_EQ(std::count_if(problems.begin(), problems.end(),
                            [](const Problem& p) { return p.message.find("again, expected ids of its own") != std::string::npos; }),
              8);  // six clauses and two directions
  }
}

}  // namespace
}  // namespace parktwin::criteria
