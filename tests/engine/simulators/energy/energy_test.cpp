#include "engine/simulators/energy/energy.h"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

const Result& usual() {
  static const Result result = simulate(testing::energy_park(), {}, testing::tables(), {{"radio site S-1", Id<Bus>(1), 2.0}});
  return result;
}

/// In every step what comes in goes out, by the supply that the power flow found; and over the year.
TEST(Energy, BalanceClosesToABillionthOfTheYear) {
  const Result& result = usual();
  ASSERT_TRUE(result.simulated());
  ASSERT_TRUE(result.grid.reason.empty());
  EXPECT_LT(result.balance.greatest_imbalance, 1e-9);
  const Series& series = result.series;
  double worst_kw = 0.0;
  for (std::size_t i = 0; i < series.load_kw.size(); ++i) {
    const double in = series.import_kw[i] + series.pv_kw[i] + series.wind_kw[i] + series.plant_kw[i] + series.storage_kw[i];
    worst_kw = std::max(worst_kw, std::abs(in - series.load_kw[i] - series.loss_kw[i]));
  }
  EXPECT_LT(worst_kw * 0.25e-3, 1e-9 * result.balance.consumption_mwh);
  const Balance& b = result.balance;
  EXPECT_NEAR(b.import_mwh - b.export_mwh + b.pv_mwh + b.wind_mwh + b.plant_mwh, b.consumption_mwh + b.loss_mwh + b.storage_loss_mwh,
              1e-8 * b.consumption_mwh);
}

TEST(Energy, ServesTheEnergyOfTheYearWhereThereIsSupply) {
  const Balance& balance = usual().balance;
  EXPECT_NEAR(balance.equipment_mwh, 2.0 * 8.76, 1e-9);
  EXPECT_NEAR(balance.consumption_mwh, 3000.0 + 1500.0 + 17.52, 1e-6);
  EXPECT_GT(balance.unserved_mwh, 100.0);  // 100 kW of peak at the bus behind the switched-off transformer
  EXPECT_FALSE(usual().grid.buses[3].supplied);
  EXPECT_FALSE(usual().grid.buses[3].lowest_pu);
  EXPECT_GT(balance.self_consumption, 0.5);
  EXPECT_GT(balance.self_sufficiency, 0.3);
  EXPECT_LT(balance.self_sufficiency, 1.0);
}

TEST(Energy, TellsThePeakAndItsCauses) {
  const Result& result = usual();
  double net = 0.0;
  for (const auto& cause : result.peak_causes) net += cause.kw;
  EXPECT_NEAR(net, result.balance.peak_import_kw, 1e-3);
  EXPECT_EQ(result.peak_causes.front().name, "machinery");
  EXPECT_EQ(*std::max_element(result.series.import_kw.begin(), result.series.import_kw.end()), result.balance.peak_import_kw);
  EXPECT_EQ(result.balance.peak_at.size(), 11U);
}

TEST(Energy, AddsUpByMonthEnterpriseAndBus) {
  const Result& result = usual();
  double months = 0.0;
  for (const auto& month : result.months) months += month.consumption_mwh;
  EXPECT_NEAR(months, result.balance.consumption_mwh, 1e-6);
  ASSERT_EQ(result.enterprises.size(), 2U);
  EXPECT_NEAR(result.enterprises[0].consumption_mwh, 3000.0, 1e-6);
  EXPECT_TRUE(result.enterprises[0].metered);
  EXPECT_NEAR(result.enterprises[0].own_generation_mwh, result.balance.pv_mwh, 1e-6);
  EXPECT_LE(result.enterprises[0].own_use_mwh, result.enterprises[0].own_generation_mwh);
  EXPECT_NEAR(result.grid.buses[2].consumption_mwh, 3000.0, 1e-6);
  double losses = 0.0;
  for (const auto& line : result.grid.lines) losses += line.loss_mwh;
  for (const auto& unit : result.grid.transformers) losses += unit.loss_mwh;
  EXPECT_NEAR(losses, result.balance.loss_mwh, 1e-6 * losses);
}

TEST(Energy, BillAndCarbonFollowFromTheImport) {
  const Result& result = usual();
  ASSERT_TRUE(result.bill.reason.empty()) << result.bill.reason;
  double kwh = 0.0;
  for (const auto& line : result.bill.lines) kwh += line.unit == "kWh" ? line.quantity : 0.0;
  EXPECT_NEAR(kwh, result.balance.import_mwh * 1e3, 1.0);
  ASSERT_TRUE(result.carbon_reason.empty());
  EXPECT_TRUE(result.carbon.complete);
  EXPECT_NEAR(result.carbon.park.electricity_location_t, result.balance.import_mwh * 0.41, 1e-6);  // average factor of 2023
}

/// A factor that is the same in every hour gives the account of the year; one by night only counts what is drawn by night.
TEST(Energy, FactorsByHour) {
  Tables tables = testing::tables();
  tables.factors->hourly = {{2023, "China", std::vector<double>(8760, 0.41)}};
  const Result flat = simulate(testing::energy_park(), {}, tables);
  const Result plain = simulate(testing::energy_park(), {}, testing::tables());
  EXPECT_NEAR(flat.carbon.park.electricity_location_t, plain.carbon.park.electricity_location_t, 1e-6);
  for (std::size_t hour = 0; hour < 8760; ++hour) tables.factors->hourly[0].kg_per_kwh[hour] = hour % 24 < 6 ? 1.0 : 0.0;
  const Result night = simulate(testing::energy_park(), {}, tables);
  double kwh = 0.0;
  for (std::size_t i = 0; i < night.series.import_kw.size(); ++i)
    kwh += i % 96 < 24 ? std::max(0.0, night.series.import_kw[i]) * 0.25 : 0.0;
  EXPECT_NEAR(night.carbon.park.electricity_location_t, kwh * 1e-3, 1e-6 * kwh);
  double months = 0.0;
  for (const auto& month : night.months) months += month.location_t;
  EXPECT_NEAR(months, kwh * 1e-3, 1e-6 * kwh);
  tables.factors->hourly[0].data_year = 1999;
  const Result other = simulate(testing::energy_park(), {}, tables);
  EXPECT_EQ(other.carbon.park.electricity_location_t, plain.carbon.park.electricity_location_t);
  EXPECT_EQ(other.notes.size(), plain.notes.size() + 1);  // and says that the year's stands in
}

TEST(Energy, SaysWhyThereIsNothing) {
  const Result none = simulate(Park{}, {});
  EXPECT_FALSE(none.simulated());
  EXPECT_FALSE(simulate(Park{}, {}, {}, {{"radio site S-1", {}, 2.0}}).simulated());  // equipment alone is no park
  EXPECT_TRUE(none.series.load_kw.empty());
  Park park = testing::energy_park();
  const Result bare = simulate(park, {});
  EXPECT_EQ(bare.bill.reason, "no tariff is given");
  EXPECT_EQ(bare.carbon_reason, "no emission factors are given");
  park.buses = Part(Table(std::vector<Bus>{}));
  park.power_loads = Part(Table(std::vector<PowerLoad>{}));
  park.power_lines = Part(Table(std::vector<PowerLine>{}));
  park.transformers = Part(Table(std::vector<Transformer>{}));
  park.generators = Part(Table(std::vector<Generator>{}));
  park.storages = Part(Table(std::vector<Storage>{}));
  const Result loose = simulate(park, {});
  EXPECT_TRUE(loose.simulated());
  EXPECT_EQ(loose.grid.reason, "the inventory has no buses");
  EXPECT_NEAR(loose.balance.consumption_mwh, 4500.0, 1e-6);
  EXPECT_NEAR(loose.balance.import_mwh, 4500.0, 1e-6);
  EXPECT_EQ(loose.balance.loss_mwh, 0.0);
}

TEST(Energy, LoadsBeyondCollapseAreNamedNotZero) {
  Park park = testing::energy_park();
  auto enterprises = park.enterprises->records();
  enterprises[0].yearly_electricity = MegawattHours(60000.0);  // 7 MW on average through 1.6 MVA
  park.enterprises = Part(Table(std::move(enterprises)));
  const Result result = simulate(park, {});
  ASSERT_TRUE(result.simulated());
  ASSERT_FALSE(result.grid.unsolved.empty());
  const auto& first = result.grid.unsolved.front();
  EXPECT_TRUE(first.bus == Id<Bus>(1) || first.bus == Id<Bus>(2));  // both ends of the transformer
  EXPECT_GT(first.mismatch_kw, 0.0);
  EXPECT_NEAR(result.balance.consumption_mwh, 61500.0, 1e-3);
  EXPECT_GT(result.balance.import_mwh, 55000.0);
  EXPECT_GT(result.grid.transformers[0].highest_loading, 1.0);
}

TEST(Energy, GridThatCannotBeSolvedIsSaid) {
  Park park = testing::energy_park();
  auto units = park.transformers->records();
  units[0].copper_loss_percent = 9.0;  // above the impedance voltage, as a scenario may set it
  park.transformers = Part(Table(std::move(units)));
  const Result result = simulate(park, {});
  EXPECT_NE(result.grid.reason.find("transformer 0"), std::string::npos) << result.grid.reason;
  EXPECT_GT(result.balance.import_mwh, 0.0);
}

TEST(Energy, WhatShuntsTakeIsLost) {
  Park park = testing::energy_park();
  Options options;
  options.grid_study = false;
  const auto without = simulate(park, options).balance;
  auto buses = park.buses->records();
  buses[2].shunt_kw = 5.0;
  park.buses = Part(Table(std::move(buses)));
  const auto with = simulate(park, options).balance;
  EXPECT_NEAR(with.loss_mwh - without.loss_mwh, 43.8, 0.15 * 43.8) << "5 kW at nominal voltage for a year";
  EXPECT_LT(with.greatest_imbalance, 1e-9);
}

TEST(Energy, IsTheSameForAnyNumberOfThreads) {
  const auto with = [](std::size_t threads) {
    const ThreadLimit limit(threads);
    return content_hash(simulate(testing::energy_park(), {}, testing::tables()));
  };
  EXPECT_EQ(with(1), with(3));
}

/// Every option at its least or greatest value, its other names, or another text.
template <class T>
std::vector<T> alternatives(const Field& field, const T& value) {
  if constexpr (NamedEnum<T>) {
    std::vector<T> all;
    for (const auto& entry : names_of(T{})) all.push_back(entry.value);
    return all;
  } else if constexpr (std::same_as<T, bool>) {
    return {!value};
  } else if constexpr (std::same_as<T, std::string>) {
    return {value + " other"};
  } else if constexpr (UnitValue<T>) {
    return {T(field.minimum), T(field.maximum)};
  } else if constexpr (std::same_as<T, std::vector<double>>) {
    return {T{100.0}};
  } else if constexpr (Vector<T>) {
    return {T{}};
  } else {
    return {static_cast<T>(field.minimum), static_cast<T>(field.maximum)};
  }
}

/// The park with heat that a boiler or a heat pump may make, and a meter with one odd day.
Park full_park() {
  Park park = testing::energy_park();
  std::vector<ThermalUnit> units = {testing::named<ThermalUnit>("B-1"), testing::named<ThermalUnit>("HP-1")};
  units[1].kind = ThermalUnitKind::heat_pump;
  units[1].efficiency = 3.0;
  for (auto& unit : units) {
    unit.bus = Id<Bus>(1);
    unit.rated_power = Kilowatts(20.0);  // not enough: the rest is bought
  }
  park.thermal_units = Part(Table(std::move(units)));
  return park;
}

Tables full_tables() {
  Tables tables = testing::tables();
  MeteredSeries meter{"E-2", "2025-01-01 00:00", 2025, 60, true, 0, {}};
  for (std::size_t hour = 0; hour < 8760; ++hour)
    meter.kw.push_back(100.0 + static_cast<double>(hour % 24) + 0.2 * static_cast<double>(hour * 37 % 101));
  for (std::size_t hour = 2000; hour < 2010; ++hour) meter.kw[hour] += 150.0;
  tables.meters = {meter};
  return tables;
}

/// Which of the options not yet known to matter change no hash when each is set to its alternatives in turn.
struct Variation {
  const Options& options;
  ContentHash usual_hash;
  std::set<std::string>& matter;
};

template <class Record>
void vary(Record& record, const std::string& path, const Variation& with, std::set<std::string>& dead) {
  describe(
      [&]<class M>(const Field& field, M& member) {
        const std::string here = path + "/" + std::string(field.name);
        if constexpr (Described<M>) {
          vary(member, here, with, dead);
        } else if (!with.matter.contains(here)) {
          const M kept = member;
          bool matters = false;
          for (const M& other : alternatives(field, kept)) {
            member = other;
            matters = content_hash(simulate(full_park(), with.options, full_tables())) != with.usual_hash;
            if (matters) break;
          }
          member = kept;
          (matters ? with.matter : dead).insert(here);
        }
      },
      record);
}

TEST(Energy, HasNoDeadOptions) {
  Options usual;                   // quick: most options show here already
  usual.infeed_voltage_pu = 1.04;  // where the droop acts
  usual.grid_study = false;
  Options planned = testing::planned_options();
  planned.infeed_voltage_pu = 1.04;
  planned.plant_control = PlantControl::dispatched;
  planned.green_power_share = 0.1;
  std::set<std::string> matter;
  std::set<std::string> dead;
  for (auto* options : {&usual, &planned}) {
    dead.clear();
    vary(*options, "", {*options, content_hash(simulate(full_park(), *options, full_tables())), matter}, dead);
  }
  EXPECT_TRUE(dead.empty()) << *dead.begin();
  EXPECT_GT(matter.size(), 30U);
}

TEST(Energy, ForesightSavesAtLeastWhatRulesDo) {
  Options options;
  const auto net = [&](StorageControl control) {
    options.storage_control = control;
    const Result result = simulate(testing::energy_park(), options, testing::tables());
    EXPECT_NEAR(result.bill.saving_cny, result.bill.idle_cny - (result.bill.total_cny - result.bill.feed_in_cny), 1e-6);
    return result.bill.saving_cny;
  };
  EXPECT_EQ(net(StorageControl::idle), 0.0);
  const double rules = net(StorageControl::rule_based);
  const double ahead = net(StorageControl::perfect_foresight);
  EXPECT_GT(ahead, 0.0);
  EXPECT_GT(ahead, rules);
  EXPECT_GT(net(StorageControl::rolling_forecast), 0.0);
  // Feeding in above the valley's price is not all seen by the programme; below it foresight is a bound.
  options.feed_in_cny_per_kwh = 0.1;
  EXPECT_GT(net(StorageControl::perfect_foresight), net(StorageControl::rolling_forecast));
}

TEST(Energy, WeekdaysAndHolidaysFollowTheYear) {
  EXPECT_GT(sum(usual().series.load_kw), 0.0);
  const auto day_kwh = [&](std::size_t day) {
    double kwh = 0.0;
    for (std::size_t i = 0; i < 96; ++i) kwh += usual().series.load_kw[day * 96 + i] * 0.25;
    return kwh;
  };
  EXPECT_GT(day_kwh(8), 2.0 * day_kwh(28));  // Thursday 9 January against the Spring Festival
}

}  // namespace
}  // namespace parktwin::energy
