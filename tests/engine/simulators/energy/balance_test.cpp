#include "engine/simulators/energy/balance.h"

#include <gtest/gtest.h>

#include <numeric>

#include "engine/core/check.h"

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
    grid.year.reason = "not solved";
    storage_kw[0][7] = -100.0;
    storage_kw[0][9] = 80.0;
    generation.per_rated[0][9] = 1.0;  // 1,200 kW
  }
  [[nodiscard]] YearParts parts() const { return {park, loads, generation, storage_kw, grid}; }
};

TEST(Balance, WithoutAGridImportsWhatIsLacking) {
  const Made made;
  const Series series = series_of(made.parts());
  double load = 0.0;
  for (const auto& consumer : made.loads.consumers) load += made.loads.kw(consumer, 9);
  EXPECT_NEAR(series.load_kw[9], load, 1e-9);
  EXPECT_NEAR(series.import_kw[9], load - 1200.0 - 80.0, 1e-9);
  EXPECT_LT(series.import_kw[9], 0.0);
  const Balance balance = balance_of(made.parts(), series);
  EXPECT_NEAR(balance.export_mwh, -series.import_kw[9] * 0.25e-3, 1e-12);
  EXPECT_NEAR(balance.pv_mwh, 0.3, 1e-12);
  EXPECT_NEAR(balance.storage_loss_mwh, 20.0 * 0.25e-3, 1e-12);
  EXPECT_EQ(balance.self_consumption, 0.0);  // the battery feeds in as well
}

TEST(Balance, LeavesOutWhatIsNotSupplied) {
  Made made;
  made.grid.supplied_bus = {1, 1, 0, 0};  // E-1, PV and the load of nobody are dead
  const Series series = series_of(made.parts());
  EXPECT_EQ(series.pv_kw[9], 0.0);
  const Balance balance = balance_of(made.parts(), series);
  EXPECT_NEAR(balance.consumption_mwh, 1500.0, 1e-6);
  EXPECT_GT(balance.unserved_mwh, 3000.0);
  EXPECT_FALSE(served(made.grid, Id<Bus>(2)));
  EXPECT_TRUE(served(made.grid, Id<Bus>()));
}

/// A solved grid whose supply does not fit what flows is found out.
TEST(Balance, MeasuresTheErrorOfASolution) {
  Made made;
  made.grid.year.reason.clear();
  made.grid.unsolved.assign(loads::steps_per_year, 0);
  made.grid.loss_kw.assign(loads::steps_per_year, 1.0);
  made.grid.supply_kw = series_of(Made().parts()).import_kw;
  for (auto& kw : made.grid.supply_kw) kw += 1.0;
  Series series = series_of(made.parts());
  EXPECT_LT(balance_of(made.parts(), series).greatest_imbalance, 1e-15);
  made.grid.supply_kw[100] += 0.008;
  series = series_of(made.parts());
  const Balance balance = balance_of(made.parts(), series);
  EXPECT_NEAR(balance.greatest_imbalance, 0.008 * 0.25e-3 / balance.consumption_mwh, 1e-14);
  made.grid.supply_kw[100] += 8.0;
  series = series_of(made.parts());
  EXPECT_THROW((void)balance_of(made.parts(), series), BrokenPromise);
}

TEST(Balance, ExplainsThePeakByItsParts) {
  const Made made;
  const Series series = series_of(made.parts());
  double kw = 0.0;
  for (const auto& cause : peak_causes_of(made.parts(), series)) {
    EXPECT_NE(cause.kw, 0.0);
    kw += cause.kw;
  }
  EXPECT_NEAR(kw, balance_of(made.parts(), series).peak_import_kw, 1e-9);
}

TEST(Balance, MonthsHoldTheYear) {
  const Made made;
  const Series series = series_of(made.parts());
  const Balance balance = balance_of(made.parts(), series);
  double import_mwh = 0.0;
  double peak = 0.0;
  for (const auto& month : months_of(series)) {
    import_mwh += month.import_mwh;
    peak = std::max(peak, month.peak_import_kw);
  }
  EXPECT_NEAR(import_mwh, balance.import_mwh, 1e-6);
  EXPECT_EQ(peak, balance.peak_import_kw);
}

TEST(Balance, AnOpenQuarterHourEndsTheRun) {
  const Made made;
  Series series = series_of(made.parts());
  EXPECT_NO_THROW((void)balance_of(made.parts(), series));
  const double year_kw = std::accumulate(series.load_kw.begin(), series.load_kw.end(), 0.0);
  series.import_kw[20000] += 2e-9 * year_kw;
  EXPECT_THROW((void)balance_of(made.parts(), series), BrokenPromise);
  series.import_kw[20000] -= 1.5e-9 * year_kw;
  EXPECT_NO_THROW((void)balance_of(made.parts(), series));
}

}  // namespace
}  // namespace parktwin::energy
