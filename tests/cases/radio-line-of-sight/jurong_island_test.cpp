// Jurong Island, as the case beside this one imports it: line of sight of the radio map against exact rays.
#include <gtest/gtest.h>

#include <string>

#include "importers/recipe/recipe.h"
#include "tests/cases/radio-line-of-sight/sight_comparison.h"
#include "tests/cli/program.h"

namespace parktwin::radio {
namespace {

Park jurong_island() {
  auto recipe = cli::read_file(std::string(PARKTWIN_SOURCE_DIR) + "/tests/cases/jurong-island/recipe.yaml");
  const std::string beside = "../../../../shared";
  for (auto at = recipe.find(beside); at != std::string::npos; at = recipe.find(beside))
    recipe.replace(at, beside.size(), PARKTWIN_SHARED_DIR);
  const cli::Workplace workplace;
  return importers::read_recipe(workplace.write("recipe.yaml", recipe)).park;
}

// At 5 m, the resolution of that case's scenario.
TEST(RadioLineOfSight, AgreesWithExactRaysOnJurongIsland) {
  const auto result = compare_sight(jurong_island(), Metres(5.0), 7);
  RecordProperty("streets", static_cast<int>(result.streets));
  RecordProperty("agreement", std::to_string(result.agreement()));
  RecordProperty("sweep_agreement", std::to_string(result.sweep_agreement()));
  ASSERT_GT(result.masts, 50U);
  ASSERT_GT(result.streets, 200000U);
  EXPECT_GT(result.seen, result.streets / 20);
  EXPECT_GE(result.agreement(), 0.998) << result.still_differs << " of " << result.streets;
  EXPECT_GE(result.sweep_agreement(), 0.99) << result.only_sweep << " + " << result.only_exact << " of " << result.streets;
}

}  // namespace
}  // namespace parktwin::radio
