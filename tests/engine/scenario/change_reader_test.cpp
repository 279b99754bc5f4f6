#include "engine/scenario/change_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/scenario/scenario.h"
#include "tests/engine/scenario/random_park.h"
#include "tests/engine/scenario/string_park.h"

namespace parktwin {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Read {
  std::vector<Change> changes;
  std::vector<std::string> problems;
};

Read read_text(const std::string& text) {
  Problems problems;
  Read result;
  result.changes = read_changes(yaml::parse_document(text, "s.yaml").root, "s.yaml", problems);
  for (const auto& problem : problems.list()) result.problems.push_back(problem.place + ": " + problem.message);
  return result;
}

TEST(ChangeReader, ReadsTypedChanges) {
  const auto [changes, problems] = read_text(
      "- add_radio_site: {id: S-061, name: North gate, position: [1200.0, 850.0], height_m: 25, backhaul: N-3}\n"
      "- modify_radio_cell: {id: S-001-1, set: {electrical_downtilt_deg: 8, antenna: panel}}\n- remove_network_link:\n    id: L-12\n"
      "- move_radio_site: {id: S-001, to: [500, 640]}\n");
  ASSERT_THAT(problems, IsEmpty());
  ASSERT_EQ(changes.size(), 4u);
  const auto& add = std::get<AddRecord<RadioSite>>(changes[0].action);
  EXPECT_EQ(add.record.name, "North gate");
  EXPECT_EQ(add.record.height, Metres(25.0));
  EXPECT_EQ(add.record.position, (Point{1200, 850}));
  ASSERT_EQ(add.references.size(), 1u);
  EXPECT_EQ(add.references[0].key, "N-3");
  const auto& modify = std::get<ModifyRecord<RadioCell>>(changes[1].action);
  EXPECT_THAT(modify.fields, ElementsAre("antenna", "electrical_downtilt_deg"));
  EXPECT_EQ(modify.values.electrical_downtilt, Degrees(8.0));
  EXPECT_EQ(std::get<RemoveRecord<NetworkLink>>(changes[2].action).id, "L-12");
  EXPECT_EQ(changes[2].place, "line 3, column 3");
  EXPECT_EQ(changes[2].file, "s.yaml");
  EXPECT_EQ(std::get<MoveRecord<RadioSite>>(changes[3].action).to, (Point{500, 640}));
}

TEST(ChangeReader, AsksForWhatDecidesTheMap) {
  EXPECT_THAT(
      read_text("- add_radio_site: {id: S-9, position: [1, 2]}\n- add_radio_cell: {id: S-9-1, site: S-9, antenna: panel}\n").problems,
      ElementsAre("line 1, column 19: height_m: missing, expected antenna height above ground, or above the roof of its building",
                  "line 2, column 19: azimuth_deg: missing, expected boresight, clockwise from north; any when the antenna is "
                  "omnidirectional",
                  "line 2, column 19: frequency_hz: missing, expected carrier frequency",
                  "line 2, column 19: bandwidth_hz: missing, expected channel bandwidth",
                  "line 2, column 19: transmit_power_dbm: missing, expected total power over the bandwidth, before antenna gain"));
}

TEST(ChangeReader, ReportsEveryProblemWithItsPlace) {
  const auto [changes, problems] = read_text(
      "- add_radio_sight: {id: S-1}\n- remove_tree: {id: T-1}\n- {remove_tree: {id: T-2}, add_tree: {id: T-3}}\n- remove_tree\n- "
      "remove_tree: T-4\n"
      "- remove_tree: {id: \"\"}\n- remove_tree: {name: T-5}\n- modify_tree: {id: T-6, set: {}}\n- modify_tree: {id: T-7, set: {id: T-8}}\n"
      "- modify_tree: {id: T-9, set: {height_m: 99, heigth_m: 3}}\n- modify_tree: {set: {height_m: 9}}\n- modify_tree: {id: T-1}\n"
      "- move_building: {id: B-1, to: [1, 2]}\n- move_tree: {id: T-1, to: [1, .nan]}\n- add_tree: {id: \"\", position: [0, 0]}\n"
      "- add_cable: {id: C-1, ducts: [D-1, D-2, D-1]}\n- plant: {id: 1}\n- modify_building: {id: B-1, set: {parcel: null, footprint: []}}\n"
      "- modify_radio_cell: {id: C, set: {site: null}}\n");
  EXPECT_THAT(
      problems,
      ElementsAre("line 1, column 3: found the unknown change \"add_radio_sight\", did you mean add_radio_site?",
                  HasSubstr("line 3, column 3: found a mapping, expected one change"),
                  HasSubstr("line 4, column 3: found \"remove_tree\", expected one change"),
                  "line 5, column 16: found \"T-4\", expected a mapping of keys and values", HasSubstr("line 6, column 21: id: found \"\""),
                  HasSubstr("line 7, column 17: found the unknown key \"name\""), HasSubstr("line 7, column 16: id: missing"),
                  HasSubstr("line 8, column 31: set: found a mapping, expected at least one field"),
                  HasSubstr("line 9, column 32: found the unknown key \"id\""),
                  HasSubstr("line 10, column 46: found the unknown key \"heigth_m\", did you mean height_m?"),
                  "line 10, column 42: height_m: found 99, expected a number from 0.5 to 80 m", "line 11, column 16: id: missing",
                  "line 12, column 16: set: missing",
                  "line 13, column 3: found \"move_building\", but a building has no single position to move: modify what it consists of",
                  HasSubstr("line 14, column 32: to: found .nan"), HasSubstr("line 15, column 18: id: found \"\""),
                  "line 16, column 42: ducts: found \"D-1\" again, expected each record once",
                  HasSubstr("line 17, column 3: found the unknown change \"plant\", expected add_"),
                  HasSubstr("line 18, column 61: footprint: found a list of 0"),
                  HasSubstr("line 19, column 42: site: found nothing, expected a text")));
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(std::get<RemoveRecord<Tree>>(changes[0].action).id, "T-1");
}

TEST(ChangeReader, RefusesWhatIsNotAList) {
  EXPECT_THAT(read_text("add_tree: {id: T-1}\n").problems, ElementsAre(HasSubstr("changes: found a mapping, expected a list of changes")));
  EXPECT_THAT(read_text("[]").problems, IsEmpty());
}

// Each record of random parks is written as an addition under a new id, read, applied, and compared field by field.
TEST(ChangeReader, ReadsEveryFieldOfEveryKindOfRecord) {
  for (std::uint32_t entity = 0; entity < 12; ++entity) {
    const Park park = testing_park::random_park(100 + entity);
    const auto expected = testing_park::strings_of(park);
    std::string text;
    for (const auto& [type, records] : expected) {
      testing_park::StringChange change{"add", type, "new", records.back()};
      change.values["id"] = "\"new\"";
      if (type == "process_step") change.values["process"] = "\"another\"";  // a place of a process is taken once
      text += change.yaml();
    }
    Problems problems;
    const auto changes = read_changes(yaml::parse_document(text, "s.yaml").root, "s.yaml", problems);
    ASSERT_TRUE(problems.empty()) << to_string(problems.list()[0]) << text;
    auto actual = testing_park::strings_of(apply(park, changes));
    for (const auto& [type, records] : expected) {
      ASSERT_EQ(actual.at(type).size(), records.size() + 1);
      EXPECT_EQ(actual.at(type).back().at("id"), "\"new\"");
      actual.at(type).back()["id"] = records.back().at("id");
      if (type == "process_step") actual.at(type).back()["process"] = records.back().at("process");
      EXPECT_EQ(actual.at(type).back(), records.back()) << type;
    }
  }
}

TEST(RecordList, HoldsEveryTableOfAParkInOrder) {
  const Park park;
  std::size_t position = 0;
  describe(
      [&position]<class P>(const Field& field, const P&) {
        if constexpr (RecordTable<typename P::Content>) {
          EXPECT_EQ(ParkRecords::ordinal<typename P::Content::Record>(), position) << field.name;
          const std::string name(record_name<typename P::Content::Record>);
          EXPECT_EQ(field.name.substr(0, 3), name.substr(0, 3));
          ++position;
        }
      },
      park);
  EXPECT_EQ(position, ParkRecords::size);
  EXPECT_EQ(ParkRecords::ordinal<Site>(), ParkRecords::size);
}

TEST(RecordList, EveryKindOfChangeHasItsOwnName) {
  std::set<std::string> names;
  std::size_t count = 0;
  for_each_change_kind([&]<class Kind>() {
    names.insert(change_name<Kind>());
    ++count;
  });
  EXPECT_EQ(names.size(), count);
  EXPECT_EQ(count, 3 * ParkRecords::size + 5);
  ParkRecords::for_each(
      [&]<class T>() { EXPECT_EQ(names.contains(std::string("move_").append(record_name<T>)), Movable<T>) << record_name<T>; });
}

}  // namespace
}  // namespace parktwin
