#include "engine/simulators/cloud/adoption/adopters.h"

#include <gtest/gtest.h>

#include <map>

#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "tests/engine/simulators/cloud/adoption/small_world.h"

namespace parktwin::cloud::adoption {
namespace {

/// The model as its definition says: month by month everybody looks at who was there at the month's beginning.
std::vector<std::uint16_t> slow_replica(const Setting& setting, const ValueTable& values, const Thresholds& thresholds,
                                        std::uint32_t replica) {
  const std::size_t count = setting.park.enterprises->size();
  std::vector<std::int32_t> asked(level_count * count);
  thresholds.draw(replica, count, asked);
  std::vector<std::uint16_t> came(level_count * count, never);
  for (std::size_t at = 0; at < came.size(); ++at) {
    if (setting.situations[at / count].state.adopted[at % count] != 0) came[at] = 0;
  }
  for (std::uint16_t month = 1; month <= setting.months; ++month) {
    for (std::size_t level = 0; level < level_count; ++level) {
      const auto there = [&](std::size_t i) { return came[level * count + i] < month; };
      for (std::size_t i = 0; i < count; ++i) {
        if (there(i)) continue;
        if (level > 0 && came[(level - 1) * count + i] > month) continue;
        bool waits = false;
        for (const auto& link : *setting.park.supply_links) {
          waits = waits || (link.supplier_first && link.customer.index() == i && !there(link.supplier.index()));
        }
        if (waits) continue;
        std::int64_t value = values.value[(level * static_cast<std::size_t>(setting.months) + month - 1U) * values.stride + i];
        for (const Peer& peer : setting.graph.peers[i]) {
          const bool today = setting.situations[level].state.adopted[peer.enterprise] != 0;
          if (!today && there(peer.enterprise)) value += fixed(setting.options.peer_weight * peer.weight);
        }
        if (value >= asked[level * count + i]) came[level * count + i] = month;
      }
    }
  }
  return came;
}

/// A park with trades, barriers, policies and levels at random.
Park random_world(std::uint32_t number) {
  const RandomSequence random(11, 77, number);
  std::uint32_t draw = 0;
  const std::size_t count = 5 + random.below(draw++, 90);
  auto enterprises = enterprises_in_a_row(count, count / 3);
  for (auto& enterprise : enterprises) {
    if (random.below(draw++, 12) == 0) enterprise.data_class = DataClass::important;
    if (random.below(draw++, 12) == 0) enterprise.it_staff = 0;
  }
  Park park = world(enterprises);
  std::vector<Trade> trades;
  for (std::size_t k = 0; k < count; ++k) {
    const std::size_t supplier = random.below(draw++, static_cast<std::uint32_t>(count - 1));
    const std::size_t customer = supplier + 1 + random.below(draw++, static_cast<std::uint32_t>(count - 1 - supplier));
    trades.push_back({supplier, customer, random.uniform(draw++), random.below(draw++, 3) == 0});
  }
  add_trades(park, trades);
  CloudPolicy zone = policy(CloudPolicyKind::public_cloud_zone, 0.7);
  zone.start_month = 9;
  CloudPolicy subsidy = policy(CloudPolicyKind::subsidy, 0.4);
  subsidy.months = 10;
  set_policies(park, {zone, subsidy});
  return park;
}

TEST(Adopters, ComeAsInTheSlowModel) {
  std::map<std::uint16_t, int> seen;
  for (std::uint32_t number = 0; number < 12; ++number) {
    const Park park = random_world(number);
    Options options;
    options.horizon_months = 40;
    options.peer_weight = 4.0;
    const Setting setting = setting_of(park, options, {}, {0.06, 0.5, 1.0});
    const ValueTable values = value_table(setting);
    const Thresholds thresholds(park, 3 + number, 0.2, 1.0, adopted_before(setting));
    const AdoptionMonths months = adopt(setting, values, thresholds, 20);
    for (std::uint32_t r = 0; r < 20; ++r) {
      const auto slow = slow_replica(setting, values, thresholds, r);
      const std::vector<std::uint16_t> fast(months.row(r, 0), months.row(r, 0) + slow.size());
      ASSERT_EQ(fast, slow) << "park " << number << ", replica " << r;
      for (const std::uint16_t month : slow) ++seen[month];
    }
  }
  EXPECT_GT(seen[never], 100);
  EXPECT_GT(seen.size(), 35U);  // nearly every month has adopters
}

TEST(Adopters, AreTheSameForAnyNumberOfThreads) {
  const Park park = random_world(5);
  const Options options;
  const Setting setting = setting_of(park, options, {}, {0.06, 0.5, 1.0});
  const Thresholds thresholds(park, 3, 0.2, 1.0, adopted_before(setting));
  const auto with = [&](std::size_t threads) {
    const ThreadLimit limit(threads);
    return adopt(setting, value_table(setting), thresholds, 100).month;
  };
  const auto one = with(1);
  EXPECT_EQ(with(2), one);
  EXPECT_EQ(with(4), one);
}

TEST(Adopters, CustomersFollowTheirSuppliersAMonthLater) {
  Park park = world(3, 0);
  add_trades(park, {{0, 1, 1.0, true}, {1, 2, 1.0, true}});
  Options options;
  options.horizon_months = 5;
  const Setting setting = setting_of(park, options, {}, {0.03, 0.38, 1.0});
  const Thresholds none(park, 1, 0.0, 0.0, adopted_before(setting));
  const AdoptionMonths months = adopt(setting, value_table(setting), none, 10);
  for (std::size_t r = 0; r < 10; ++r) {
    for (std::size_t level = 0; level < level_count; ++level) {
      EXPECT_EQ(std::vector<std::uint16_t>(months.row(r, level), months.row(r, level) + 3), (std::vector<std::uint16_t>{1, 2, 3}));
    }
  }
}

}  // namespace
}  // namespace parktwin::cloud::adoption
