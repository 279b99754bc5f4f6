#include "engine/simulators/wired/optical/fibre_length.h"

#include <gtest/gtest.h>

namespace parktwin::wired::optical {
namespace {

/// Two nodes 50 m apart, two ducts of 30 m and 40 m.
struct Course {
  Cable cable{"C", 24, {Id<Duct>(0), Id<Duct>(1)}, Metres(80.0)};
  NetworkLink link;

  Course() {
    link.id = "L";
    link.from = Id<NetworkNode>(0);
    link.to = Id<NetworkNode>(1);
    link.cable = Id<Cable>(0);
    link.length = Metres(100.0);
  }

  [[nodiscard]] FibreLength found() const {
    Park park;
    std::vector<NetworkNode> nodes(2);
    nodes[0].id = "A";
    nodes[1].id = "B";
    nodes[1].position = {30.0, 40.0};
    park.network_nodes = Part(Table(nodes));
    park.ducts = Part(Table(std::vector<Duct>{{"D1", 4, {{{0, 0}, {30, 0}}}}, {"D2", 4, {{{30, 0}, {30, 40}}}}}));
    park.cables = Part(Table(std::vector<Cable>{cable}));
    return fibre_length(park, link);
  }
};

void expect_length(const Course& course, double metres, LengthSource from) {
  EXPECT_EQ(course.found().metres, metres);
  EXPECT_EQ(course.found().from, from);
}

TEST(FibreLength, IsTheFirstThatIsKnown) {
  Course course;
  expect_length(course, 100.0, LengthSource::link);
  course.link.length = Metres(0.0);
  expect_length(course, 80.0, LengthSource::cable);
  course.cable.length = Metres(0.0);
  expect_length(course, 70.0, LengthSource::ducts);
  course.cable.ducts.clear();
  expect_length(course, 50.0, LengthSource::straight_line);
  course.link.cable = Id<Cable>();
  expect_length(course, 50.0, LengthSource::straight_line);
}

}  // namespace
}  // namespace parktwin::wired::optical
