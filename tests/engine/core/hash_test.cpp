#include "engine/core/hash.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "engine/core/units.h"

namespace parktwin {
namespace {

enum class Colour { red, green };

struct Inner {
  double weight = 1.0;
  std::string label = "inner";
};

template <class Visitor, DescribedAs<Inner> Self>
void describe(Visitor&& visit, Self& inner) {
  visit(Field{"weight", "", "weight"}, inner.weight);
  visit(Field{"label", "", "label"}, inner.label);
}

struct Row {
  std::string id;
};

template <class Visitor, DescribedAs<Row> Self>
void describe(Visitor&& visit, Self& row) {
  visit(Field{"id", "", "id"}, row.id);
}

/// One field of every kind a record can hold.
struct Everything {
  bool flag = false;
  std::int32_t number = 0;
  double real = 0.0;
  Colour colour = Colour::red;
  Metres length;
  Id<Row> reference;
  std::string text;
  std::optional<double> maybe;
  std::vector<int> numbers;
  std::vector<std::string> texts;
  std::vector<Inner> inners;
  Inner inner;
  Table<Row> table;
  Grid<float> grid;
  Point point;
  LineString line;
  Polygon polygon;
  MultiPolygon shape;
};

template <class Visitor, DescribedAs<Everything> Self>
void describe(Visitor&& visit, Self& all) {
  const Field field{"field", "", "some field"};
  const auto each = [&](auto&... members) { (visit(field, members), ...); };
  each(all.flag, all.number, all.real, all.colour, all.length, all.reference, all.text, all.maybe, all.numbers, all.texts, all.inners,
       all.inner, all.table, all.grid, all.point, all.line, all.polygon, all.shape);
}

TEST(ContentHash, IsEqualForEqualContent) {
  EXPECT_EQ(content_hash(Everything{}), content_hash(Everything{}));
  Everything copy;
  copy.text.push_back('x');
  copy.text.clear();
  copy.numbers.reserve(100);
  EXPECT_EQ(content_hash(copy), content_hash(Everything{}));
}

TEST(ContentHash, ChangesWithEveryKindOfField) {
  const std::vector<std::function<void(Everything&)>> changes = {
      [](Everything& e) { e.flag = true; },
      [](Everything& e) { e.number = 1; },
      [](Everything& e) { e.real = 1e-300; },
      [](Everything& e) { e.real = -0.0; },
      [](Everything& e) { e.colour = Colour::green; },
      [](Everything& e) { e.length = Metres(1); },
      [](Everything& e) { e.reference = Id<Row>(0); },
      [](Everything& e) { e.text.push_back('a'); },
      [](Everything& e) { e.text.push_back('\0'); },
      [](Everything& e) { e.maybe = 0.0; },
      [](Everything& e) { e.maybe = 1.0; },
      [](Everything& e) { e.numbers = {0}; },
      [](Everything& e) {
        e.numbers = {0, 0};
      },
      [](Everything& e) {
        e.texts = {"ab", "c"};
      },
      [](Everything& e) {
        e.texts = {"a", "bc"};
      },
      [](Everything& e) { e.inners = {Inner{}}; },
      [](Everything& e) { e.inner.weight = 2.0; },
      [](Everything& e) { e.inner.label.push_back('s'); },
      [](Everything& e) { e.table = Table<Row>({{"r"}}); },
      [](Everything& e) {
        e.grid = Grid<float>(GridFrame{{0, 0}, 1.0, 2, 1});
      },
      [](Everything& e) {
        e.grid = Grid<float>(GridFrame{{0, 0}, 1.0, 1, 2});
      },
      [](Everything& e) {
        e.grid = Grid<float>(GridFrame{{0, 0}, 2.0, 1, 2});
      },
      [](Everything& e) {
        e.grid = Grid<float>(GridFrame{{0, 1}, 1.0, 1, 2});
      },
      [](Everything& e) {
        e.grid = Grid<float>(GridFrame{{0, 0}, 1.0, 1, 2}, 1.0F);
      },
      [](Everything& e) { e.point.y = 1.0; },
      [](Everything& e) {
        e.line.points = {{0, 0}};
      },
      [](Everything& e) {
        e.polygon.outer = {{0, 0}};
      },
      [](Everything& e) {
        e.polygon.holes = {{{0, 0}}};
      },
      [](Everything& e) { e.shape.polygons = {Polygon{}}; },
  };
  std::set<ContentHash> hashes = {content_hash(Everything{})};
  for (const auto& change : changes) {
    Everything changed;
    change(changed);
    hashes.insert(content_hash(changed));
  }
  EXPECT_EQ(hashes.size(), changes.size() + 1);
}

TEST(Hasher, GivesThePublishedHashOfNothing) {
  // XXH3_128bits of empty input, seed 0, in canonical order (xxHash test vectors).
  EXPECT_EQ(Hasher().digest().hex(), "99aa06d3014798d86001c324468d497f");
}

TEST(Hasher, DoesNotCareHowBytesArePieced) {
  const std::string text = "a park is a folder";
  Hasher whole;
  whole.add_bytes(text.data(), text.size());
  Hasher pieces;
  pieces.add_bytes(text.data(), 5);
  pieces.add_bytes(nullptr, 0);
  pieces.add_bytes(text.data() + 5, text.size() - 5);
  EXPECT_EQ(whole.digest(), pieces.digest());
}

TEST(ContentHash, WritesItselfAsThirtyTwoDigits) {
  EXPECT_EQ((ContentHash{0x1, 0xABCDEF}).hex(), "00000000000000010000000000abcdef");
  EXPECT_EQ(ContentHash().hex(), std::string(32, '0'));
}

}  // namespace
}  // namespace parktwin
