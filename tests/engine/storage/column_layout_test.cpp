#include "engine/storage/column_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "engine/storage/column_reader.h"
#include "engine/storage/column_writer.h"
#include "tests/engine/storage/memory_file.h"
#include "tests/engine/storage/random_run.h"

namespace parktwin::storage {
namespace {

using ::testing::HasSubstr;

/// A row with every kind of field, also kinds that no record has yet.
struct Row {
  std::int64_t count = 0;
  bool flag = false;
  Dbm level;
  std::string text;
  ZoneKind kind = ZoneKind::road;
  Id<Building> building;
  std::optional<float> maybe_number;
  std::optional<bool> maybe_flag;
  std::optional<std::string> maybe_text;
  std::optional<Point> maybe_place;
  std::vector<Id<Enterprise>> enterprises;
  std::vector<double> series;
  std::vector<std::string> words;
  std::vector<std::vector<std::int32_t>> nested;
  std::vector<std::optional<Metres>> lengths;
  std::vector<Note> notes;
  std::vector<Polygon> areas;
  Note note;
  Ring ring;
  LineString line;
  MultiPolygon shape;
};

template <class Visitor, DescribedAs<Row> Self>
void describe(Visitor&& visit, Self& row) {
  visit(Field{"count", "", ""}, row.count);
  visit(Field{"flag", "", ""}, row.flag);
  visit(Field{"level_dbm", "dBm", "a level"}, row.level);
  visit(Field{"text", "", ""}, row.text);
  visit(Field{"kind", "", ""}, row.kind);
  visit(Field{"building", "", ""}, row.building);
  visit(Field{"maybe_number", "1", ""}, row.maybe_number);
  visit(Field{"maybe_flag", "", ""}, row.maybe_flag);
  visit(Field{"maybe_text", "", ""}, row.maybe_text);
  visit(Field{"maybe_place", "", ""}, row.maybe_place);
  visit(Field{"enterprises", "", ""}, row.enterprises);
  visit(Field{"series_kw", "kW", ""}, row.series);
  visit(Field{"words", "", ""}, row.words);
  visit(Field{"nested", "", ""}, row.nested);
  visit(Field{"lengths_m", "m", ""}, row.lengths);
  visit(Field{"notes", "", ""}, row.notes);
  visit(Field{"areas", "", ""}, row.areas);
  visit(Field{"note", "", ""}, row.note);
  visit(Field{"ring", "", ""}, row.ring);
  visit(Field{"line", "", ""}, row.line);
  visit(Field{"shape", "", ""}, row.shape);
}

struct Everything {
  Row single;
  std::vector<Row> rows;
};

template <class Visitor, DescribedAs<Everything> Self>
void describe(Visitor&& visit, Self& everything) {
  visit(Field{"single", "", ""}, everything.single);
  visit(Field{"rows", "", ""}, everything.rows);
}

Park random_park(std::uint64_t seed) {
  testing::RandomFill random(seed);
  Park park;
  random.fill(park);
  return park;
}

void write_park_and(const Everything& everything, const Park& park, hid_t root) {
  ColumnWriter writer(park);
  writer.write_value(root, Field{park_group, "", ""}, park);
  writer.write_value(root, Field{"everything", "", ""}, everything);
  writer.finish();
}

TEST(Columns, EveryKindOfFieldComesBack) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const Park park = random_park(seed);
    testing::RandomFill random(1000 + seed);
    Everything saved;
    random.fill(saved);
    const testing::MemoryFile memory;
    write_park_and(saved, park, memory.root.get());
    Problems problems;
    ColumnReader reader(memory.root.get(), "test.h5", problems);
    Everything loaded;
    reader.read_value(memory.root.get(), "", Field{"everything", "", ""}, loaded);
    for (const Problem& problem : problems.list()) ADD_FAILURE() << to_string(problem);
    EXPECT_EQ(content_hash(loaded), content_hash(saved)) << "seed " << seed;
  }
}

TEST(Columns, ReferencesAndNamesAreReadableTexts) {
  const Park park = random_park(3);
  Everything saved;
  saved.rows.resize(3);
  saved.rows[0].building = Id<Building>(4);
  saved.rows[1].enterprises = {Id<Enterprise>(1), Id<Enterprise>(0)};
  saved.rows[2].kind = ZoneKind::car_park;
  const testing::MemoryFile memory;
  write_park_and(saved, park, memory.root.get());
  const auto texts = [&](const char* name) {
    const hdf5::Handle dataset(H5Dopen2(memory.root.get(), name, H5P_DEFAULT), name);
    return hdf5::read_texts(dataset.get());
  };
  EXPECT_EQ(texts("/everything/rows/building"), (std::vector<std::string>{"buildings-4", "", ""}));
  EXPECT_EQ(texts("/everything/rows/enterprises"), (std::vector<std::string>{"", "enterprises-1 enterprises-0", ""}));
  EXPECT_EQ(texts("/everything/rows/kind"), (std::vector<std::string>{"road", "road", "car_park"}));
  const hdf5::Handle building(H5Dopen2(memory.root.get(), "/everything/rows/building", H5P_DEFAULT), "building");
  EXPECT_EQ(hdf5::read_text_attribute(building.get(), "references"), "/park/buildings");
}

TEST(Columns, IdsWithBlanksAreJoinedByAnotherSeparator) {
  std::vector<Enterprise> enterprises(2);
  enterprises[0].id = "Works 1";
  enterprises[1].id = "Works 2";
  Park park;
  park.enterprises = Part(Table(std::move(enterprises)));
  Everything saved;
  saved.rows.resize(1);
  saved.rows[0].enterprises = {Id<Enterprise>(1), Id<Enterprise>(0), Id<Enterprise>(1)};
  const testing::MemoryFile memory;
  write_park_and(saved, park, memory.root.get());
  Problems problems;
  ColumnReader reader(memory.root.get(), "test.h5", problems);
  Everything loaded;
  reader.read_value(memory.root.get(), "", Field{"everything", "", ""}, loaded);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(loaded.rows[0].enterprises, saved.rows[0].enterprises);
}

/// Replaces one dataset of a good file and returns the problems of reading it.
std::vector<Problem> problems_after(const char* path, const std::function<void(hid_t root)>& replace) {
  const Park park = random_park(5);
  Everything saved;
  testing::RandomFill random(6);
  random.fill(saved);
  saved.rows.resize(2);
  const testing::MemoryFile memory;
  write_park_and(saved, park, memory.root.get());
  H5Ldelete(memory.root.get(), path, H5P_DEFAULT);
  replace(memory.root.get());
  Problems problems;
  ColumnReader reader(memory.root.get(), "test.h5", problems);
  Everything loaded;
  reader.read_value(memory.root.get(), "", Field{"everything", "", ""}, loaded);
  return problems.list();
}

TEST(Columns, DamageIsReportedWithItsPlace) {
  const auto expect_one = [](const std::vector<Problem>& problems, const std::string& place, const std::string& message) {
    ASSERT_EQ(problems.size(), 1U) << place;
    EXPECT_EQ(problems[0].file, "test.h5");
    EXPECT_EQ(problems[0].place, place);
    EXPECT_THAT(problems[0].message, HasSubstr(message));
  };
  expect_one(problems_after("/everything/rows/flag", [](hid_t) {}), "/everything/rows/flag", "missing");
  expect_one(problems_after("/everything/rows/count",
                            [](hid_t root) {
                              hdf5::write_numbers(root, "/everything/rows/count", std::vector<float>{1, 2}, {2});
                            }),
             "/everything/rows/count", "another type");
  expect_one(problems_after("/everything/rows/flag",
                            [](hid_t root) { hdf5::write_numbers(root, "/everything/rows/flag", std::vector<std::uint8_t>(3), {3}); }),
             "/everything/rows/flag", "found 3 values, expected 2");
  expect_one(problems_after("/everything/rows/kind",
                            [](hid_t root) {
                              hdf5::write_texts(root, "/everything/rows/kind", {"road", "moat"}, {2});
                            }),
             "/everything/rows/kind", "\"moat\"");
  expect_one(problems_after("/everything/rows/building",
                            [](hid_t root) {
                              hdf5::write_texts(root, "/everything/rows/building", {"", "B?"}, {2});
                            }),
             "/everything/rows/building", "which the park does not have");
  expect_one(problems_after("/everything/rows/line/line_offsets",
                            [](hid_t root) {
                              hdf5::write_numbers(root, "/everything/rows/line/line_offsets", Offsets{0, 9999, 2}, {3});
                            }),
             "/everything/rows/line", "offsets do not fit");
}

}  // namespace
}  // namespace parktwin::storage
