#include "engine/simulators/wired/optical/protection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/optical/pon_park.h"

namespace parktwin::wired::optical {
namespace {

using ::testing::ElementsAre;

/// Ducts D0 to D5, and per link a cable through some of them.
struct Laid {
  PonPark of;
  std::vector<Cable> cables;

  /// The cable of the last link.
  void through(const std::vector<std::size_t>& ducts) { lay(of.links.size() - 1, ducts); }
  void lay(std::size_t link, const std::vector<std::size_t>& ducts) {
    of.links[link].cable = Id<Cable>(cables.size());
    Cable cable;
    cable.id = "C" + std::to_string(cables.size());
    for (const std::size_t duct : ducts) cable.ducts.emplace_back(duct);
    cables.push_back(cable);
  }

  [[nodiscard]] Park park() const {
    Park made = of.park();
    std::vector<Duct> ducts;
    for (int i = 0; i < 6; ++i) ducts.push_back({"D" + std::to_string(i), 4, {{{0, 10.0 * i}, {5, 10.0 * i}}}});
    made.ducts = Part(Table(ducts));
    made.cables = Part(Table(cables));
    return made;
  }

  [[nodiscard]] UnitProtection found(const Options& options = {}) const {
    const Park made = park();
    return protection_along(made, options, Id<NetworkNode>(3), PonTree(made).routes(Id<NetworkNode>(3)));
  }
};

TEST(Protection, OfTypeBSharesOnlyTheDropAndSaysSo) {
  Laid laid;
  laid.lay(0, {0, 1});
  laid.lay(1, {1, 2});  // the drop, common to both ways: its ducts do not count
  laid.of.join("second feeder", 1, 2, 6000.0);
  laid.through({3});
  const UnitProtection found = laid.found();
  EXPECT_EQ(found.type, PonProtection::type_b);
  EXPECT_EQ(found.terminal, Id<NetworkNode>(0));
  EXPECT_EQ(found.protecting_terminal, Id<NetworkNode>(1));
  EXPECT_TRUE(found.two_terminals);
  EXPECT_EQ(found.separation, Separation::apart);
  EXPECT_EQ(found.length_m, 7000.0);
  EXPECT_NEAR(found.loss_db, 7 * 0.35 + 17.5 + 2.4, 1e-12);
  EXPECT_EQ(found.state, BudgetState::met);
}

TEST(Protection, NamesTheDuctBothWaysLieIn) {
  Laid laid;
  laid.lay(0, {0, 1, 4});
  laid.of.join("second feeder", 0, 2, 4100.0);
  laid.through({3, 4});
  const UnitProtection found = laid.found();
  EXPECT_EQ(found.separation, Separation::shared_duct);
  EXPECT_THAT(found.shared_ducts, ElementsAre(Id<Duct>(4)));
  EXPECT_FALSE(found.two_terminals);
  laid.of.links.back().cable = laid.of.links[0].cable;
  EXPECT_EQ(laid.found().separation, Separation::shared_cable);
  EXPECT_THAT(laid.found().shared_cables, ElementsAre(Id<Cable>(0)));
}

TEST(Protection, DoesNotClaimWhatItCannotKnow) {
  Laid laid;
  laid.lay(0, {0});
  laid.of.join("second feeder", 1, 2, 4100.0);
  EXPECT_EQ(laid.found().separation, Separation::not_known);
  laid.through({});
  EXPECT_EQ(laid.found().separation, Separation::not_known);
}

TEST(Protection, OfTypeCTakesTheWayWithFewestSharedDucts) {
  Laid laid;
  laid.lay(0, {0});
  laid.lay(1, {1});
  laid.of.join("own fibre beside", 1, 3, 30000.0);
  laid.through({0, 1});
  laid.of.join("own fibre apart", 0, 3, 50000.0);
  laid.through({2});
  const UnitProtection found = laid.found();
  EXPECT_EQ(found.type, PonProtection::type_c);
  EXPECT_EQ(found.length_m, 50000.0);
  EXPECT_EQ(found.separation, Separation::apart);
}

TEST(Protection, BudgetsTheWayThatTakesOver) {
  Laid laid;
  laid.of.join("second feeder", 1, 2, 19000.0);  // 20 km · 0.35 + 17.5 + 2.4 + 3 = 29.9
  const UnitProtection found = laid.found();
  EXPECT_EQ(found.state, BudgetState::too_weak);
  EXPECT_NEAR(found.short_by_db, 0.9, 1e-9);
  EXPECT_FALSE(found.mend.empty());
  const Park park = laid.park();
  std::vector<std::string> texts;
  for (const Note& note : notes_on(park, {found}, 4)) texts.push_back(note.text);
  EXPECT_THAT(texts, ElementsAre("Of 4 units 1 have type B and 0 type C.",
                                 "1 of 1 protected units miss the class on the protecting way, U first, by 0.9 dB. " + found.mend));
}

TEST(Protection, NotesNameSharedDucts) {
  Laid laid;
  laid.lay(0, {0, 4, 5});
  laid.of.join("second feeder", 0, 2, 4100.0);
  laid.through({5, 4});
  const Park park = laid.park();
  EXPECT_EQ(notes_on(park, {laid.found()}, 1).at(1).text, "1 of 1 protected units have both ways in one duct, U first, in D4 and 1 more.");
  EXPECT_TRUE(notes_on(park, {}, 3).empty());
}

}  // namespace
}  // namespace parktwin::wired::optical
