#include "engine/simulators/wired/optical/point_to_point.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/random.h"
#include "engine/park/transceivers.h"

namespace parktwin::wired::optical {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// One fibre with two splices and two connectors: 1.2 dB beside the fibre itself.
NetworkLink fibre(double rate_mbps, double length_m, Transceiver transceiver = Transceiver::by_rate) {
  NetworkLink link;
  link.id = "L";
  link.from = Id<NetworkNode>(0);
  link.to = Id<NetworkNode>(1);
  link.rate_down = link.rate_up = MegabitsPerSecond(rate_mbps);
  link.length = Metres(length_m);
  link.transceiver = transceiver;
  return link;
}

Park park_of(const std::vector<NetworkLink>& links) {
  Park park;
  std::vector<NetworkNode> nodes(2);
  nodes[0].id = "A";
  nodes[1].id = "B";
  nodes[1].position = {300.0, 400.0};
  park.network_nodes = Part(Table(nodes));
  park.network_links = Part(Table(links));
  return park;
}

LinkBudget budget(const NetworkLink& link, const Options& options = {}) { return link_budgets(park_of({link}), options).at(0); }

TEST(PointToPoint, AddsUpTheRealRoute) {
  const LinkBudget found = budget(fibre(10000.0, 4000.0, Transceiver::ten_ge_lr));  // 4 km · 0.35 + 1.2 = 2.6 dB
  EXPECT_EQ(found.state, LinkState::met);
  EXPECT_NEAR(found.loss_db, 2.6, 1e-12);
  EXPECT_NEAR(found.spare_db, 6.2 - 2.6 - 3.0, 1e-12);
  EXPECT_NEAR(found.received_least_dbm, -8.2 - 2.6, 1e-12);
  EXPECT_NEAR(found.received_most_dbm, 0.5 - 2.6, 1e-12);
  EXPECT_EQ(found.reach_m, 10000.0);
  EXPECT_FALSE(found.transceiver_assumed);
  EXPECT_TRUE(found.mend.empty());
}

TEST(PointToPoint, ChoosesTheSlowestTypeThatIsEnough) {
  const auto chosen = [](double rate_mbps, double length_m) { return budget(fibre(rate_mbps, length_m)).transceiver; };
  EXPECT_EQ(chosen(10.0, 100.0), Transceiver::fe_lx10);
  EXPECT_EQ(chosen(100.0, 100.0), Transceiver::fe_lx10);
  EXPECT_EQ(chosen(101.0, 100.0), Transceiver::ge_lx);
  EXPECT_EQ(chosen(10000.0, 9000.0), Transceiver::ten_ge_lr);
  EXPECT_EQ(chosen(10000.0, 12000.0), Transceiver::ten_ge_er);
  EXPECT_EQ(chosen(10000.0, 90000.0), Transceiver::ten_ge_er);
  EXPECT_EQ(chosen(25000.0, 100.0), Transceiver::twenty_five_ge_lr);
  EXPECT_EQ(chosen(40000.0, 100.0), Transceiver::forty_ge_lr4);
  EXPECT_EQ(chosen(100000.0, 12000.0), Transceiver::hundred_ge_lr4);
  EXPECT_EQ(chosen(100001.0, 100.0), Transceiver::by_rate);
  NetworkLink lopsided = fibre(100.0, 100.0);
  lopsided.rate_up = MegabitsPerSecond(1000.0);
  EXPECT_EQ(budget(lopsided).transceiver, Transceiver::ge_lx);
}

TEST(PointToPoint, SaysByHowMuchALinkFailsAndWhatMendsIt) {
  NetworkLink patched = fibre(25000.0, 1000.0);
  patched.connectors = 9;  // 0.35 + 0.2 + 4.5 = 5.05; with the margin 8.05 of 6.3
  const LinkBudget weak = budget(patched);
  EXPECT_EQ(weak.state, LinkState::too_weak);
  EXPECT_NEAR(weak.short_by_db, 1.75, 1e-12);
  EXPECT_EQ(weak.mend, "4 connectors less.");
  const LinkBudget strong = budget(fibre(10000.0, 400.0, Transceiver::ten_ge_er));  // 0.1 + 1.2 of at least 5
  EXPECT_EQ(strong.state, LinkState::too_strong);
  EXPECT_NEAR(strong.short_by_db, 3.7, 1e-12);
  EXPECT_EQ(strong.attenuator_db, 4.0);
  EXPECT_EQ(strong.mend, "Transceivers 10GBASE-LR or attenuators of 4 dB.");
  const LinkBudget lengthy = budget(fibre(1000.0, 5500.0));
  EXPECT_EQ(lengthy.state, LinkState::too_long);
  EXPECT_EQ(lengthy.mend, "Transceivers 10GBASE-LR.");
  EXPECT_EQ(budget(fibre(1000.0, 7000.0)).mend, "A switch on the way: no transceiver known here reaches so far.");
  const LinkBudget fast = budget(fibre(400000.0, 10.0));
  EXPECT_EQ(fast.state, LinkState::no_transceiver);
  EXPECT_TRUE(std::isnan(fast.loss_db));
  EXPECT_THAT(fast.mend, HasSubstr("400000 Mbit/s"));
}

TEST(PointToPoint, WhatItProposesMendsTheLink) {
  int mended = 0;
  for (std::uint32_t number = 0; number < 400; ++number) {
    const RandomSequence random(5, 3, number);
    const auto& figures = transceivers()[random.below(0, static_cast<std::uint32_t>(transceivers().size()))];
    NetworkLink link = fibre(figures.rate.value(), random.uniform(1, 10.0, 12000.0), figures.type);
    link.connectors = static_cast<std::int32_t>(random.below(2, 12));
    const LinkBudget found = budget(link);
    if (found.state == LinkState::met) continue;
    for (const auto& other : transceivers()) {
      if (found.mend.find("ransceivers " + std::string(name_of(other.type))) == std::string::npos) continue;
      NetworkLink changed = link;
      changed.transceiver = other.type;
      EXPECT_EQ(budget(changed).state, LinkState::met) << found.mend;
      ++mended;
    }
    if (const auto at = found.mend.find(" connectors less"); at != std::string::npos) {
      NetworkLink changed = link;
      changed.connectors -=
          std::stoi(found.mend.substr(found.mend.rfind(' ', at - 1) == std::string::npos ? 0 : found.mend.rfind(' ', at - 1)));
      EXPECT_EQ(budget(changed).state, LinkState::met) << found.mend;
      ++mended;
    }
    if (const auto at = found.mend.find(" m less fibre"); at != std::string::npos) {
      NetworkLink changed = link;
      const auto from = found.mend.rfind(' ', at - 1);
      changed.length = changed.length - Metres(std::stod(found.mend.substr(from == std::string::npos ? 0 : from)));
      EXPECT_EQ(budget(changed).state, LinkState::met) << found.mend;
      ++mended;
    }
  }
  EXPECT_GT(mended, 50);
}

TEST(PointToPoint, IsMetExactlyInsideTheRangesOfItsType) {
  int met = 0;
  for (std::uint32_t number = 0; number < 500; ++number) {
    const RandomSequence random(6, 3, number);
    const auto& figures = transceivers()[random.below(0, static_cast<std::uint32_t>(transceivers().size()))];
    NetworkLink link = fibre(figures.rate.value(), random.uniform(1, 10.0, 33000.0), figures.type);
    link.splices = static_cast<std::int32_t>(random.below(2, 20));
    const LinkBudget found = budget(link, {.margin = Decibel(1.0)});
    const double fibre_db = (figures.type == Transceiver::ten_ge_er ? 0.25e-3 : 0.35e-3) * link.length.value();
    const double loss_db = fibre_db + 1.0 + 0.1 * link.splices;
    EXPECT_NEAR(found.loss_db, loss_db, 1e-9);
    const bool inside = loss_db + 1.0 <= figures.most_loss.value() && figures.launch_most.value() - loss_db <= figures.overload.value() &&
                        link.length <= figures.reach;
    EXPECT_EQ(found.state == LinkState::met, inside) << name_of(figures.type) << ' ' << loss_db;
    met += inside ? 1 : 0;
  }
  EXPECT_GT(met, 50);
}

TEST(PointToPoint, KnowsTheDispersionOfTheChannelsOfTheStandard) {
  // IEEE 802.3 channels: 10GBASE-LR's 1355 nm and 1260 nm, 100GBASE-LR4's outer lanes, 0.2325 l (1 - (l0/l)^4) ps/nm over 10 km.
  EXPECT_NEAR(dispersion_per_km(1260.0, 1355.0) * 10.0, 64.2, 0.5);    // at 1260 nm with l0 = 1324 nm
  EXPECT_NEAR(dispersion_per_km(1294.53, 1310.19) * 10.0, 28.4, 0.5);  // at 1294.53 nm
  EXPECT_NEAR(dispersion_per_km(1530.0, 1565.0), 19.1, 0.1);           // 17 to 19 ps/(nm km) around 1550 nm
  EXPECT_NEAR(budget(fibre(10000.0, 5000.0)).dispersion_ps_per_nm, 32.1, 0.3);
}

TEST(PointToPoint, LeavesOutWhatIsNoFibreOrOutOfService) {
  std::vector<NetworkLink> links(4, fibre(1000.0, 10.0));
  for (std::size_t i = 0; i < links.size(); ++i) links[i].id = "L" + std::to_string(i);
  links[0].medium = LinkMedium::copper;
  links[1].medium = LinkMedium::passive_optical;
  links[2].operational = false;
  const auto budgets = link_budgets(park_of(links), {});
  ASSERT_EQ(budgets.size(), 1U);
  EXPECT_EQ(budgets[0].link, Id<NetworkLink>(3));
  EXPECT_TRUE(link_budgets(Park(), {}).empty());
  EXPECT_TRUE(notes_on(Park(), {}).empty());
}

TEST(PointToPoint, NotesSayWhatWasAssumedAndWhatFails) {
  std::vector<NetworkLink> links{fibre(1000.0, 0.0), fibre(10000.0, 400.0, Transceiver::ten_ge_er)};
  links[1].id = "M";
  const Park park = park_of(links);
  std::vector<std::string> texts;
  for (const Note& note : notes_on(park, link_budgets(park, {}))) texts.push_back(note.text);
  EXPECT_THAT(texts, ElementsAre("1 of 2 name no transceiver; taken: the slowest type that carries the rate, of the shortest reach that is "
                                 "long enough.",
                                 "1 have no length; taken: 0 along the course of their ducts, 1 straight from node to node.",
                                 "1 of 2 have too much light for their receivers, M most by 3.7 dB. Transceivers 10GBASE-LR or attenuators "
                                 "of 4 dB."));
}

TEST(PointToPoint, EveryOptionChangesTheLossOrTheState) {
  const NetworkLink near = fibre(10000.0, 4000.0, Transceiver::ten_ge_lr);
  const NetworkLink far = fibre(10000.0, 20000.0, Transceiver::ten_ge_er);
  EXPECT_NE(budget(near, {.fibre_db_per_km = 0.4}).loss_db, budget(near).loss_db);
  EXPECT_EQ(budget(far, {.fibre_db_per_km = 0.4}).loss_db, budget(far).loss_db);
  EXPECT_NE(budget(far, {.fibre_db_per_km_at_1550 = 0.2}).loss_db, budget(far).loss_db);
  EXPECT_NE(budget(near, {.splice_loss = Decibel(0.2)}).loss_db, budget(near).loss_db);
  EXPECT_NE(budget(near, {.connector_loss = Decibel(0.3)}).loss_db, budget(near).loss_db);
  EXPECT_EQ(budget(near, {.margin = Decibel(4.0)}).state, LinkState::too_weak);
}

}  // namespace
}  // namespace parktwin::wired::optical
