#include "engine/simulators/energy/measures.h"

#include <gtest/gtest.h>

#include "engine/core/hash.h"
#include "engine/simulators/energy/carbon/abatement.h"
#include "engine/simulators/energy/energy.h"
#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

Measure measure(MeasureKind kind, double size, double capital, double operating) {
  Measure made;
  made.name = std::string(name_of(kind));
  made.kind = kind;
  made.size = size;
  made.capital_cny_per_unit = capital;
  made.operating_cny_per_unit = operating;
  return made;
}

Result with(std::vector<Measure> measures, Options options = {}, const Tables& tables = testing::tables()) {
  options.abatement.measures = std::move(measures);
  return simulate(testing::energy_park(), options, tables);
}

/// The slow way: two whole years, one with a park that has the field.
TEST(Measures, PhotovoltaicIsWhatTwoYearsDifferBy) {
  Options options;
  options.storage_control = StorageControl::idle;
  Measure pv = measure(MeasureKind::photovoltaic, 300.0, 3400.0, 45.0);
  pv.building = "B-1";
  const Result result = with({pv}, options);
  ASSERT_EQ(result.abatement_measures.size(), 1U);
  const auto& outcome = result.abatement_measures[0];
  Park park = testing::energy_park();
  auto generators = park.generators->records();
  Generator field = testing::named<Generator>("PV-9");
  field.building = Id<Building>(0);  // without a bus, so that the losses stay
  field.rated_power = Kilowatts(300.0);
  generators.push_back(field);
  park.generators = Part(Table(generators));
  const Result year = simulate(park, options, testing::tables());
  EXPECT_NEAR(outcome.saved_import_mwh, result.balance.import_mwh - year.balance.import_mwh, 1e-6 * result.balance.import_mwh);
  EXPECT_NEAR(outcome.saved_location_t, result.carbon.park.electricity_location_t - year.carbon.park.electricity_location_t, 1e-3);
  EXPECT_NEAR(outcome.saved_cny, result.bill.total_cny - result.bill.feed_in_cny - year.bill.total_cny + year.bill.feed_in_cny, 1.0);
  EXPECT_DOUBLE_EQ(outcome.capital_cny, 300.0 * 3400.0);
  EXPECT_DOUBLE_EQ(outcome.annuity_cny, outcome.capital_cny * carbon::annuity_factor(0.08, 20.0));
  EXPECT_DOUBLE_EQ(outcome.cny_per_year, outcome.annuity_cny + 300.0 * 45.0 - outcome.saved_cny);
  ASSERT_TRUE(outcome.cny_per_t);
  EXPECT_DOUBLE_EQ(*outcome.cny_per_t, outcome.cny_per_year / outcome.saved_market_t);
}

/// 500 MWh of certificates at 30 CNY: no import saved, 0.51 t per MWh by market, none by location.
TEST(Measures, GreenPowerWorkedByHand) {
  const Result result = with({measure(MeasureKind::green_power, 500.0, 0.0, 30.0)});
  const auto& outcome = result.abatement_measures.at(0);
  EXPECT_NEAR(outcome.saved_market_t, 500.0 * 0.51, 1e-6);
  EXPECT_NEAR(outcome.saved_location_t, 0.0, 1e-6);
  EXPECT_NEAR(outcome.saved_import_mwh, 0.0, 1e-9);
  EXPECT_NEAR(outcome.saved_cny, 0.0, 1e-6);
  EXPECT_NEAR(outcome.cny_per_t.value_or(0.0), 30.0 / 0.51, 1e-6);
}

/// Without a price of its own a measure of green power costs the option's premium; it buys at most what is drawn, and pays no more.
TEST(Measures, GreenPowerCostsThePremiumOfTheOptions) {
  Options options;
  options.green_premium_cny_per_kwh = 0.04;
  Measure certificates = measure(MeasureKind::green_power, 500.0, 0.0, 0.0);
  certificates.capital_cny_per_unit.reset();
  certificates.operating_cny_per_unit.reset();
  Measure all = certificates;
  all.name = "all of it";
  all.size = 1e6;
  const Result result = with({certificates, all}, options);
  for (const auto& outcome : result.abatement_measures) {
    EXPECT_EQ(outcome.reason, "");
    EXPECT_NEAR(outcome.cny_per_t.value_or(0.0), 40.0 / 0.51, 1e-6) << outcome.name;
    const bool all_of_it = outcome.size > 1e5;
    const double bought = all_of_it ? result.balance.import_mwh : 500.0;
    EXPECT_NEAR(outcome.operating_cny, 40.0 * bought, all_of_it ? 0.03 * 40.0 * bought : 1e-6) << "storages are scheduled anew";
  }
}

/// Where a share of what is drawn is green, a measure that draws less also saves its premium, and abates only what was not green.
TEST(Measures, SaveThePremiumOfGreenPowerToo) {
  Options options;
  options.storage_control = StorageControl::idle;
  const auto measures = std::vector{measure(MeasureKind::efficiency, 10.0, 1000.0, 0.0)};
  const auto plain = with(measures, options).abatement_measures.at(0);
  options.green_power_share = 0.5;
  options.green_premium_cny_per_kwh = 0.1;
  const auto green = with(measures, options).abatement_measures.at(0);
  EXPECT_NEAR(green.saved_import_mwh, plain.saved_import_mwh, 1e-9);
  EXPECT_NEAR(green.saved_cny - plain.saved_cny, 0.5 * 100.0 * plain.saved_import_mwh, 1e-3);
  EXPECT_NEAR(green.saved_market_t, 0.5 * plain.saved_market_t, 1e-6);
  EXPECT_NEAR(green.saved_location_t, plain.saved_location_t, 1e-6);
}

/// Heat of 20 kW all year at a coefficient of 4, in place of bought heat at 0.11 t and 70 CNY per GJ.
TEST(Measures, HeatPumpSavesBoughtHeatAndDrawsElectricity) {
  Options options;
  options.storage_control = StorageControl::idle;
  Measure pump = measure(MeasureKind::heat_pump, 1e6, 1.0, 0.0);  // as much as is wanted
  pump.coefficient_of_performance = 4.0;
  Tables tables = testing::tables();
  tables.tariff.reset();
  const Result result = with({pump}, options, tables);
  const auto& outcome = result.abatement_measures.at(0);
  const double bought_gj = result.carbon.park.heat_t / 0.11;
  EXPECT_NEAR(outcome.saved_cny, bought_gj * 70.0, 1e-6 * outcome.saved_cny);
  EXPECT_LT(outcome.saved_import_mwh, 0.0);
  EXPECT_NEAR(outcome.saved_location_t, bought_gj * 0.11 + outcome.saved_import_mwh * 0.41, 1e-6);
}

TEST(Measures, EfficiencyOfOneEnterprise) {
  Options options;
  options.storage_control = StorageControl::idle;
  Measure of_one = measure(MeasureKind::efficiency, 10.0, 100.0, 0.0);
  of_one.enterprise = "E-1";
  const Result result = with({of_one}, options);
  const auto& outcome = result.abatement_measures.at(0);
  EXPECT_GT(outcome.saved_import_mwh, 100.0);
  EXPECT_LE(outcome.saved_import_mwh, 300.0 + 1e-6);  // the rest is fed in more
}

TEST(Measures, FormACurveAndSayWhyNot) {
  auto options = testing::planned_options();
  Measure lost = measure(MeasureKind::photovoltaic, 10.0, 1.0, 1.0);
  lost.building = "B-9";
  Measure unpriced;
  unpriced.name = "unpriced";
  unpriced.kind = MeasureKind::battery;
  unpriced.size = 10.0;
  auto measures = options.abatement.measures;
  measures.insert(measures.begin(), {lost, unpriced});
  const Result result = with(measures, options);
  const auto& outcomes = result.abatement_measures;
  ASSERT_EQ(outcomes.size(), 7U);
  double from = 0.0;
  for (std::size_t i = 0; i < outcomes.size() && outcomes[i].cny_per_t; ++i) {
    if (i > 0) {
      EXPECT_GE(*outcomes[i].cny_per_t, *outcomes[i - 1].cny_per_t);
    }
    EXPECT_NEAR(outcomes[i].from_t, from, 1e-9);
    from += outcomes[i].saved_market_t;
  }
  const auto reason_of = [&outcomes](const std::string& name) {
    for (const auto& one : outcomes) {
      if (one.name == name) return one.reason;
    }
    return std::string("not there");
  };
  EXPECT_EQ(reason_of("photovoltaic"), "the park has no building B-9");
  EXPECT_EQ(reason_of("unpriced"), "it has no price");
  EXPECT_EQ(reason_of("PV"), "");
}

template <class T>
void change_value(T& value) {
  if constexpr (std::same_as<T, std::string>) {
    value += "E-1";
  } else if constexpr (NamedEnum<T>) {
    value = names_of(T{})[(static_cast<std::size_t>(value) + 1) % names_of(T{}).size()].value;
  } else if constexpr (Optional<T>) {
    value = value.value_or(0.0) + 1.0;
  } else {
    value += 1;
  }
}

TEST(Measures, EveryFieldMattersToSome) {
  const auto options = testing::planned_options();
  const auto usual = with(options.abatement.measures, options).abatement_measures;
  std::size_t fields = 0;
  const Measure plain;
  describe([&fields](const Field&, const auto&) { ++fields; }, plain);
  for (std::size_t f = 0; f < fields; ++f) {
    auto measures = options.abatement.measures;
    for (auto& one : measures) {
      std::size_t place = 0;
      describe(
          [&](const Field&, auto& member) {
            if (place++ == f) change_value(member);
          },
          one);
    }
    EXPECT_NE(content_hash(with(measures, options).abatement_measures), content_hash(usual)) << f;
  }
}

TEST(Measures, WithoutFactorsHaveNoPlaceInTheCurve) {
  const Result result = with({measure(MeasureKind::photovoltaic, 300.0, 3400.0, 45.0)}, {}, {});
  EXPECT_EQ(result.abatement_measures.at(0).reason, "no emission factors are given");
  EXPECT_GT(result.abatement_measures[0].saved_import_mwh, 0.0);
}

}  // namespace
}  // namespace parktwin::energy
