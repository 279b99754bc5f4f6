#include "engine/park/pon_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parktwin {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Line terminal T – splitter S – splitter R – unit U, every link passive and 1 km long.
struct Chain {
  std::vector<NetworkNode> nodes{4};
  std::vector<NetworkLink> links{3};

  Chain() {
    const std::vector<std::string> names{"T", "S", "R", "U"};
    for (std::size_t i = 0; i < nodes.size(); ++i) nodes[i].id = names[i];
    nodes[0].kind = NodeKind::optical_line_terminal;
    nodes[1].kind = nodes[2].kind = NodeKind::splitter;
    nodes[3].kind = NodeKind::optical_network_unit;
    for (std::size_t i = 0; i < links.size(); ++i) links[i] = passive("L" + names[i], i, i + 1);
  }

  static NetworkLink passive(const std::string& id, std::size_t from, std::size_t to) {
    NetworkLink link;
    link.id = id;
    link.from = Id<NetworkNode>(from);
    link.to = Id<NetworkNode>(to);
    link.medium = LinkMedium::passive_optical;
    link.length = Metres(1000.0);
    return link;
  }

  [[nodiscard]] std::vector<std::string> faults() const {
    Park park;
    park.network_nodes = Part(Table(nodes));
    park.network_links = Part(Table(links));
    std::vector<std::string> texts;
    for (const PonFault& fault : pon_faults(park)) {
      texts.push_back(std::string(fault.table) + " " + fault.record + " " + std::string(fault.field) + ": " + fault.message);
    }
    return texts;
  }
};

TEST(PonFaults, AreNoneInASoundTree) {
  EXPECT_THAT(Chain().faults(), IsEmpty());
  Chain protected_twice;
  protected_twice.links.push_back(Chain::passive("L2", 0, 2));  // type B
  protected_twice.links.push_back(Chain::passive("L3", 1, 3));  // type C
  EXPECT_THAT(protected_twice.faults(), IsEmpty());
}

TEST(PonFaults, NameSplittersThatAreNotMadeOrTooSmall) {
  Chain chain;
  chain.nodes[1].splitter_ratio = 3;
  chain.nodes[2].splitter_ratio = 2;
  for (int i = 0; i < 2; ++i) chain.links.push_back(Chain::passive("M" + std::to_string(i), 2, 3));
  EXPECT_THAT(chain.faults(),
              ElementsAre("network_nodes S splitter_ratio: found 3, expected 2, 4, 8, 16, 32 or 64",
                          "network_nodes R splitter_ratio: found 2, expected at least 3: as many passive links start at it"));
}

TEST(PonFaults, NameAClassItsStandardDoesNotHave) {
  Chain chain;
  chain.nodes[0].pon_standard = PonStandard::gpon;
  EXPECT_THAT(chain.faults(),
              ElementsAre("network_nodes T pon_class: found N1, which gpon does not have, expected one of A, B, B+, C, C+"));
}

TEST(PonFaults, NameEveryLinkOfALoop) {
  Chain chain;
  chain.links.push_back(Chain::passive("back", 2, 1));
  EXPECT_THAT(chain.faults(),
              ElementsAre("network_links LS from: found S, which is fed by R itself, expected a tree from the line terminal outwards",
                          "network_links back from: found R, which is fed by S itself, expected a tree from the line terminal outwards"));
  chain.links[3].to = Id<NetworkNode>(2);
  EXPECT_THAT(chain.faults(),
              ElementsAre("network_links back from: found R, which is fed by R itself, expected a tree from the line terminal outwards"));
}

TEST(PonFaults, NamePassiveLinksThatStartElsewhere) {
  Chain chain;
  chain.nodes[0].kind = NodeKind::access_switch;
  EXPECT_THAT(chain.faults(),
              ElementsAre("network_links LT from: found T (access_switch), expected an optical line terminal or a splitter: "
                          "the link is passive_optical"));
}

TEST(PonFaults, NameUnitsBeyondReach) {
  Chain chain;
  chain.links[1].length = Metres(18000.0);
  EXPECT_THAT(chain.faults(), IsEmpty());
  chain.links[1].length = Metres(18001.0);
  EXPECT_THAT(chain.faults(),
              ElementsAre("network_links LR length_m: puts U at 20001 m of fibre from its line terminal, expected at most 20000 m"));
}

TEST(PonFaults, NameHalfOfAPairOfMeanTimes) {
  Chain chain;
  chain.nodes[3].mtbf_h = 1000.0;
  chain.links[0].mttr_h = 4.0;
  EXPECT_THAT(chain.faults(), ElementsAre("network_nodes U mttr_h: is empty, expected both mean times or neither",
                                          "network_links LT mtbf_h: is empty, expected both mean times or neither"));
}

TEST(PonFaults, LeaveOutLinksThatEndNowhere) {
  Chain chain;
  chain.links[1].to = Id<NetworkNode>();
  chain.links[2].from = Id<NetworkNode>(99);
  EXPECT_THAT(chain.faults(), IsEmpty());
}

}  // namespace
}  // namespace parktwin
