#include "engine/storage/plan_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/errors.h"
#include "engine/storage/described_json.h"
#include "tests/engine/storage/random_run.h"
#include "tests/engine/storage/scratch_folder.h"

namespace parktwin::storage {
namespace {

TEST(PlanFile, ComesBackWhole) {
  const testing::ScratchFolder scratch("plan");
  for (const std::uint64_t seed : {1U, 2U, 3U, 4U, 5U}) {
    const SavedRun run = testing::random_run(seed);
    testing::write_file(scratch.path() / "plan.json", plan_json(run));
    EXPECT_EQ(content_hash(read_plan(scratch.path() / "plan.json")), content_hash(run.plan)) << seed;
  }
}

TEST(PlanFile, EveryProblemOfAForeignFile) {
  const testing::ScratchFolder scratch("foreign");
  const auto file = scratch.path() / "plan.json";
  testing::write_file(file, "{\"clauses\": []}");
  EXPECT_THROW((void)read_plan(file), InputError);
  Json document = Json::parse(plan_json(SavedRun{}));
  document["plan"]["account"]["prices"] = 5;
  document["plan"].erase("phases");
  testing::write_file(file, document.dump());
  try {
    (void)read_plan(file);
    ADD_FAILURE() << "read";
  } catch (const InputError& error) {
    ASSERT_EQ(error.problems().size(), 2U);
    EXPECT_EQ(error.problems()[0].place, "plan.phases");
    EXPECT_EQ(error.problems()[1].place, "plan.account.prices");
  }
}

}  // namespace
}  // namespace parktwin::storage
