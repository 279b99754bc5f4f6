#include "engine/simulators/energy/alarms/abnormal_consumption.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

#include "engine/core/hash.h"
#include "engine/core/random.h"

namespace parktwin::energy::alarms {
namespace {

constexpr std::size_t day_steps = 96;

/// A plant by quarter-hours: days and nights, weekends, seasons, 5 % noise.
std::vector<double> plant(std::uint32_t days, std::uint32_t seed) {
  const RandomSequence random(seed, 4, 1);
  std::vector<double> kw;
  for (std::uint32_t i = 0; i < days * day_steps; ++i) {
    const double day = std::sin(2.0 * std::numbers::pi * (i % day_steps) / day_steps - 1.5);
    const double season = std::sin(2.0 * std::numbers::pi * i / (365.0 * day_steps));
    const bool weekend = i / day_steps % 7 >= 5;
    const double level = (weekend ? 300.0 : 800.0) * (1.0 + 0.25 * day) + 60.0 * season;
    kw.push_back(level * (1.0 + random.uniform(i, -0.05, 0.05)));
  }
  return kw;
}

struct Planted {
  std::size_t first;
  std::size_t last;
  Kind kind;
};

/// Forty anomalies of two to twelve hours, a few days apart: too much, too little, and a meter that stands still.
std::vector<Planted> plant_anomalies(std::vector<double>& kw) {
  const RandomSequence random(9, 5, 1);
  std::vector<Planted> planted;
  for (std::uint32_t n = 0; n < 40; ++n) {
    const std::size_t first = (10 + 8 * n) * day_steps + static_cast<std::size_t>(random.uniform(4 * n, 0.0, 400.0));
    const auto kind = n % 5 == 4 ? Kind::meter_stuck : n % 2 == 0 ? Kind::consumption_high : Kind::consumption_low;
    const double hours = kind == Kind::meter_stuck ? 14.0 : random.uniform(4 * n + 1, 2.0, 12.0);
    const std::size_t last = first + static_cast<std::size_t>(hours * 4.0) - 1;
    const double share = random.uniform(4 * n + 2, 0.3, 0.8);
    for (std::size_t i = first; i <= last; ++i) {
      if (kind == Kind::meter_stuck) kw[i] = kw[first];
      if (kind == Kind::consumption_high) kw[i] *= 1.0 + share;
      if (kind == Kind::consumption_low) kw[i] *= 1.0 - share;
    }
    planted.push_back({first, last, kind});
  }
  return planted;
}

TEST(AbnormalConsumption, PrecisionAndRecallOfPlantedAnomalies) {
  auto kw = plant(365, 1);
  const auto planted = plant_anomalies(kw);
  const auto found = abnormal_consumption(kw, 0.25, "M-1");
  const auto meets = [](const Alarm& alarm, const Planted& anomaly) {
    return alarm.first_step <= static_cast<std::int64_t>(anomaly.last) && alarm.last_step >= static_cast<std::int64_t>(anomaly.first);
  };
  std::size_t recalled = 0;
  for (const auto& anomaly : planted) {
    recalled +=
        std::any_of(found.begin(), found.end(), [&](const Alarm& alarm) { return meets(alarm, anomaly) && alarm.kind == anomaly.kind; });
  }
  std::size_t right = 0;
  for (const auto& alarm : found) {
    right += std::any_of(planted.begin(), planted.end(), [&](const Planted& anomaly) { return meets(alarm, anomaly); });
  }
  const double recall = static_cast<double>(recalled) / static_cast<double>(planted.size());
  const double precision = static_cast<double>(right) / static_cast<double>(found.size());
  RecordProperty("recall", std::to_string(recall));
  RecordProperty("precision", std::to_string(precision));
  EXPECT_GE(recall, 0.95);
  EXPECT_GE(precision, 0.95);
}

TEST(AbnormalConsumption, AnOrdinaryYearIsQuiet) { EXPECT_LE(abnormal_consumption(plant(365, 2), 0.25, "M-1").size(), 1U); }

TEST(AbnormalConsumption, SaysWhatWasExpected) {
  auto kw = plant(70, 3);
  const std::size_t at = 30 * day_steps + 40;
  const double usual = kw[at];
  for (std::size_t i = at; i < at + 8; ++i) kw[i] *= 2.0;
  const auto found = abnormal_consumption(kw, 0.25, "M-1");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first_step, static_cast<std::int64_t>(at));
  EXPECT_EQ(found[0].last_step, static_cast<std::int64_t>(at + 7));
  EXPECT_EQ(found[0].place, "M-1");
  EXPECT_NEAR(found[0].expected, usual, 0.15 * usual);
}

TEST(AbnormalConsumption, TooShortOrMissingIsNoEvidence) {
  auto kw = plant(13, 4);
  kw[200] *= 5.0;
  EXPECT_TRUE(abnormal_consumption(kw, 0.25, "M-1").empty());
  auto gaps = plant(70, 4);
  for (std::size_t i = 1000; i < 1100; ++i) gaps[i] = std::nan("");
  EXPECT_TRUE(abnormal_consumption(gaps, 0.25, "M-1").empty());
  EXPECT_TRUE(abnormal_consumption({}, 1.0, "M-1").empty());
}

TEST(AbnormalConsumption, EveryOptionChangesTheAlarms) {
  auto kw = plant(365, 1);
  (void)plant_anomalies(kw);
  const auto hash = [&](const AbnormalOptions& options) { return content_hash(abnormal_consumption(kw, 0.25, "M-1", options)); };
  const auto base = hash({});
  const std::vector<std::function<void(AbnormalOptions&)>> changes = {
      [](AbnormalOptions& o) { o.deviations = 12.0; }, [](AbnormalOptions& o) { o.least_share = 0.5; },
      [](AbnormalOptions& o) { o.weeks = 1; },         [](AbnormalOptions& o) { o.least_h = 6.0; },
      [](AbnormalOptions& o) { o.stuck_h = 20.0; },    [](AbnormalOptions& o) { o.join_h = 168.0; }};
  for (const auto& change : changes) {
    AbnormalOptions options;
    change(options);
    EXPECT_NE(hash(options), base);
  }
}

}  // namespace
}  // namespace parktwin::energy::alarms
