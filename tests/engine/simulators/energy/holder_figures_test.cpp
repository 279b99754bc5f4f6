#include <gtest/gtest.h>

#include "engine/simulators/energy/balance.h"
#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

struct Made {
  Park park = testing::energy_park();
  loads::Loads loads = loads::loads(park, loads::working_days(2025), {});
  generation::Generation generation;
  std::vector<std::vector<double>> storage_kw{std::vector<double>(loads::steps_per_year, 0.0)};
  SolvedGrid grid;

  Made() {
    generation.per_rated.assign(3, std::vector<double>(loads::steps_per_year, 0.0));
    for (std::size_t i = 0; i < 1000; ++i) generation.per_rated[0][i] = 0.25;  // 300 kW
    storage_kw[0][7] = -100.0;
    storage_kw[0][9] = 80.0;
  }
  [[nodiscard]] YearParts parts() const { return {park, loads, generation, storage_kw, grid}; }
};

TEST(HolderFigures, OfAnEnterpriseCountItsRoofsInTheSameStep) {
  const Made made;
  const auto figures = enterprises_of(made.parts());
  ASSERT_EQ(figures.size(), 2U);
  double used = 0.0;
  double peak = 0.0;
  for (std::size_t i = 0; i < loads::steps_per_year; ++i) {
    const double load = made.loads.kw(made.loads.consumers[0], i);
    used += std::min(load, i < 1000 ? 300.0 : 0.0) * 0.25e-3;
    peak = std::max(peak, load);
  }
  EXPECT_NEAR(figures[0].own_use_mwh, used, 1e-9);
  EXPECT_NEAR(figures[0].own_generation_mwh, 75.0, 1e-9);
  EXPECT_NEAR(figures[0].peak_kw, peak, 1e-9);
  EXPECT_EQ(figures[1].own_generation_mwh, 0.0);
  EXPECT_TRUE(figures[1].metered);
}

TEST(HolderFigures, DeadBusesServeNobody) {
  Made made;
  made.grid.supplied_bus = {1, 1, 0, 0};
  const auto figures = enterprises_of(made.parts());
  EXPECT_EQ(figures[0].consumption_mwh, 0.0);
  EXPECT_FALSE(figures[0].metered);
  EXPECT_EQ(figures[0].own_generation_mwh, 0.0);
  EXPECT_EQ(generators_of(made.parts())[0].energy_mwh, 0.0);
}

TEST(HolderFigures, OfGeneratorsAndStorages) {
  const Made made;
  const auto generators = generators_of(made.parts());
  EXPECT_NEAR(generators[0].full_load_h, 62.5, 1e-9);
  EXPECT_NEAR(generators[0].energy_mwh, 75.0, 1e-9);
  EXPECT_EQ(generators[0].peak_kw, 300.0);
  const auto storages = storages_of(made.parts());
  EXPECT_NEAR(storages[0].charged_mwh, 0.025, 1e-12);
  EXPECT_NEAR(storages[0].discharged_mwh, 0.02, 1e-12);
  EXPECT_NEAR(storages[0].full_cycles, 20.0 / 600.0, 1e-12);
}

}  // namespace
}  // namespace parktwin::energy
