#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;

const std::string tilts =
    "name: tilts\nscenario: small.yaml\nmethod: tornado\nfactors:\n"
    "  - {name: tilt, fields: [modify_radio_cell.S-001-1.electrical_downtilt_deg], minimum: 0, maximum: 12}\n"
    "  - {name: height, fields: [options.radio.receiver_height_m], minimum: 1, maximum: 3}\n";

TEST(SweepCommand, TextJsonAndAFileThatIsNotMadeTwice) {
  const Workplace workplace;
  static_cast<void>(workplace.small_scenario());
  const auto sweep = workplace.write("sweep.yaml", tilts);
  const auto out = workplace.path("tilts.h5");
  const auto text = call({"sweep", sweep, "--out", out});
  ASSERT_EQ(text.code, 0) << text.err;
  EXPECT_THAT(text.out, HasSubstr("sweep tilts: 4 of 4 scenarios, 0 failed"));
  EXPECT_THAT(text.out, HasSubstr("swing"));
  const auto bytes = read_file(out);
  const auto again = json::parse(call({"sweep", sweep, "--out", out, "--json", "--memory-gib", "1"}).out);
  EXPECT_EQ(again["kind"], "sweep");
  EXPECT_EQ(again["finished"], 4);
  EXPECT_GT(again["outputs"].size(), 0U);
  EXPECT_EQ(read_file(out), bytes);
}

TEST(SweepCommand, IsValidatedAndRefusedWithPlaces) {
  const Workplace workplace;
  static_cast<void>(workplace.small_scenario());
  const auto good = call({"validate", workplace.write("sweep.yaml", tilts)});
  EXPECT_EQ(good.code, 0) << good.err;
  EXPECT_THAT(good.out, HasSubstr("valid sweep"));
  const auto bad = workplace.write("bad.yaml", "name: s\nscenario: small.yaml\nfactors:\n  - {name: a, fields: [parc], values: [1]}\n");
  EXPECT_EQ(call({"validate", bad}).code, 3);
  const auto unknown = workplace.write("unknown.yaml", "name: s\nscenario: small.yaml\nfactrs: []\n");
  const auto refused = call({"sweep", unknown, "--out", workplace.path("x.h5")});
  EXPECT_EQ(refused.code, 3);
  EXPECT_THAT(refused.err, HasSubstr("factors"));
  EXPECT_THAT(call({"schema", "sweep"}).out, HasSubstr("latin_hypercube"));
}

}  // namespace
}  // namespace parktwin::cli
