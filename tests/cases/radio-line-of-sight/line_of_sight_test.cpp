// The reference park: line of sight of the radio map against exact rays.
#include <gtest/gtest.h>

#include <string>

#include "importers/park_folder/park_folder.h"
#include "tests/cases/radio-line-of-sight/sight_comparison.h"

namespace parktwin::radio {
namespace {

TEST(RadioLineOfSight, AgreesWithExactRaysOnTheReferencePark) {
  const auto park = importers::read_park_folder(std::string(PARKTWIN_SOURCE_DIR) + "/data/reference-park").park;
  const auto result = compare_sight(park, Metres(2.0), 11);
  RecordProperty("streets", static_cast<int>(result.streets));
  RecordProperty("agreement", std::to_string(result.agreement()));
  RecordProperty("sweep_agreement", std::to_string(result.sweep_agreement()));
  ASSERT_GT(result.masts, 50U);
  ASSERT_GT(result.streets, 400000U);
  EXPECT_GT(result.seen, result.streets / 20);
  EXPECT_LT(result.seen, result.streets / 2);
  EXPECT_GE(result.agreement(), 0.998) << result.still_differs << " of " << result.streets;
  // The sweep alone, and why: what differs lies at the edges of shadows.
  EXPECT_GE(result.sweep_agreement(), 0.995) << result.only_sweep << " + " << result.only_exact << " of " << result.streets;
  EXPECT_GT(static_cast<double>(result.near_an_edge), 0.6 * static_cast<double>(result.only_sweep + result.only_exact));
}

}  // namespace
}  // namespace parktwin::radio
