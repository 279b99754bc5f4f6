#include "engine/simulators/wired/optical/link_mending.h"

#include <gtest/gtest.h>

namespace parktwin::wired::optical {
namespace {

/// A link of 10 Gbit/s whose budget is missed as given.
std::string proposed(LinkState state, double short_by_db, std::int32_t connectors, double length_m, Transceiver used) {
  NetworkLink link;
  link.id = "L";
  link.rate_down = link.rate_up = MegabitsPerSecond(10000.0);
  link.connectors = connectors;
  Park park;
  park.network_links = Part(Table(std::vector<NetworkLink>{link}));
  LinkBudget budget;
  budget.link = Id<NetworkLink>(0);
  budget.state = state;
  budget.transceiver = used;
  budget.length_m = length_m;
  budget.loss_db = route_loss_db(link, length_m, {}, figures_of(used));
  budget.most_db = figures_of(used).most_loss.value();
  budget.short_by_db = short_by_db;
  budget.attenuator_db = state == LinkState::too_strong ? 4.0 : 0.0;
  return link_mending(park, {}, budget);
}

TEST(LinkMending, KnowsTheLossInTheBandOfTheTransceiver) {
  NetworkLink link;
  link.splices = 3;
  link.connectors = 4;
  EXPECT_NEAR(route_loss_db(link, 2000.0, {}, figures_of(Transceiver::ten_ge_lr)), 0.7 + 0.3 + 2.0, 1e-12);
  EXPECT_NEAR(route_loss_db(link, 2000.0, {}, figures_of(Transceiver::ten_ge_er)), 0.5 + 0.3 + 2.0, 1e-12);
}

TEST(LinkMending, ProposesAnotherTypeFewerConnectorsAndLessFibre) {
  // 9 km · 0.35 + 0.2 + 3.0 = 6.35, with the margin 9.35 of 6.2; at 1550 nm 5.45 of at least 5 and 8.45 of 10.9.
  EXPECT_EQ(proposed(LinkState::too_weak, 3.15, 6, 9000.0, Transceiver::ten_ge_lr), "Transceivers 10GBASE-ER.");
  EXPECT_EQ(proposed(LinkState::too_weak, 1.15, 6, 9000.0, Transceiver::ten_ge_lr),
            "Transceivers 10GBASE-ER, 3 connectors less or 3286 m less fibre.");
}

TEST(LinkMending, ProposesAnAttenuatorWhereTheRangeHasRoomForIt) {
  EXPECT_EQ(proposed(LinkState::too_strong, 3.8, 2, 0.0, Transceiver::ten_ge_er), "Transceivers 10GBASE-LR or attenuators of 4 dB.");
}

TEST(LinkMending, SaysWhenNothingKnownHelps) {
  EXPECT_EQ(proposed(LinkState::too_long, 0.0, 2, 50000.0, Transceiver::ten_ge_er),
            "A switch on the way: no transceiver known here reaches so far.");
}

}  // namespace
}  // namespace parktwin::wired::optical
