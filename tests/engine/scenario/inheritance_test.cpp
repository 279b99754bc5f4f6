#include "engine/scenario/inheritance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/scenario/scratch_scenarios.h"

namespace parktwin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing_park::ScratchScenarios;

std::vector<std::string> names_of(const std::vector<InheritedFile>& files, const ScratchScenarios& scratch) {
  std::vector<std::string> names;
  for (const auto& file : files) names.push_back(scratch.without_folder(file.path.string()));
  return names;
}

TEST(Inheritance, EveryFileOnceAndParentsFirst) {
  const ScratchScenarios scratch;
  scratch.write("top.yaml", "name: top\n");
  scratch.write("left.yaml", "based_on: [top.yaml]\n");
  scratch.write("deep/right.yaml", "based_on: [../top.yaml]\n");
  const auto child = scratch.write("child.yaml", "based_on: [left.yaml, deep/right.yaml]\n");
  Problems problems;
  const auto files = read_with_parents(child, problems);
  EXPECT_THAT(problems.list(), IsEmpty());
  EXPECT_THAT(names_of(files, scratch), ElementsAre("top.yaml", "left.yaml", "deep/right.yaml", "child.yaml"));
  EXPECT_THAT(files[0].parents, IsEmpty());
  EXPECT_THAT(files[1].parents, ElementsAre(0U));
  EXPECT_THAT(files[2].parents, ElementsAre(0U));
  EXPECT_THAT(files[3].parents, ElementsAre(1U, 2U));
}

TEST(Inheritance, CirclesAreNamedWithTheFilesAroundThem) {
  const ScratchScenarios scratch;
  scratch.write("a.yaml", "name: a\nbased_on: [b.yaml]\n");
  scratch.write("b.yaml", "name: b\nbased_on: [c.yaml]\n");
  scratch.write("c.yaml", "name: c\nbased_on: [./b.yaml, c.yaml]\n");
  const auto problems = scratch.problems_of([&] {
    Problems list;
    (void)read_with_parents(scratch.folder() / "a.yaml", list);
    list.throw_if_any();
  });
  EXPECT_THAT(problems,
              ElementsAre("c.yaml: line 2, column 12: based_on: found the circle b.yaml -> c.yaml -> b.yaml, expected files that are not "
                          "based on this one",
                          "c.yaml: line 2, column 22: based_on: found the circle c.yaml -> c.yaml, expected files that are not based on "
                          "this one"));
}

TEST(Inheritance, MissingAndRepeatedFilesAreReportedTogether) {
  const ScratchScenarios scratch;
  scratch.write("top.yaml", "name: top\n");
  const auto child = scratch.write("child.yaml", "based_on:\n  - none.yaml\n  - top.yaml\n  - ./top.yaml\n");
  const auto problems = scratch.problems_of([&] {
    Problems list;
    (void)read_with_parents(child, list);
    list.throw_if_any();
  });
  EXPECT_THAT(problems, ElementsAre("child.yaml: line 2, column 5: based_on: found \"none.yaml\", expected a scenario file, but there is "
                                    "none at none.yaml",
                                    "child.yaml: line 4, column 5: based_on: found \"./top.yaml\", expected each file once"));
}

TEST(Inheritance, AFileThatIsNoYamlIsAnError) {
  const ScratchScenarios scratch;
  scratch.write("top.yaml", "name: [\n");
  const auto child = scratch.write("child.yaml", "based_on: [top.yaml]\n");
  Problems problems;
  EXPECT_THROW((void)read_with_parents(child, problems), InputError);
}

}  // namespace
}  // namespace parktwin
