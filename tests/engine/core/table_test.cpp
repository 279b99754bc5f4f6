#include "engine/core/table.h"

#include <gtest/gtest.h>

namespace parktwin {
namespace {

struct Cat {
  std::string id;
  int lives = 9;
};
struct Dog {
  std::string id;
};

static_assert(!std::is_convertible_v<Id<Cat>, Id<Dog>> && !std::is_constructible_v<Id<Dog>, Id<Cat>>);
static_assert(!std::is_convertible_v<std::size_t, Id<Cat>>);
static_assert(sizeof(Id<Cat>) == 4);
static_assert(RecordId<const Id<Cat>> && !RecordId<int> && RecordTable<Table<Cat>> && !RecordTable<std::vector<Cat>>);

TEST(Id, IsNoneByDefault) {
  EXPECT_FALSE(Id<Cat>().valid());
  EXPECT_TRUE(Id<Cat>(0).valid());
  EXPECT_EQ(Id<Cat>(7).index(), 7U);
  EXPECT_EQ(Id<Cat>(), Id<Cat>());
  EXPECT_NE(Id<Cat>(), Id<Cat>(0));
  EXPECT_LT(Id<Cat>(1), Id<Cat>(2));
}

TEST(Table, FindsRecordsByTextAndPosition) {
  const Table<Cat> cats({{"tom", 9}, {"felix", 7}, {"", 1}});
  EXPECT_EQ(cats.size(), 3U);
  EXPECT_EQ(cats.find("felix"), Id<Cat>(1));
  EXPECT_EQ(cats.find(""), Id<Cat>(2));
  EXPECT_FALSE(cats.find("garfield").valid());
  EXPECT_EQ(cats[cats.find("felix")].lives, 7);
  std::vector<std::string> order;
  for (const auto& cat : cats) order.push_back(cat.id);
  EXPECT_EQ(order, (std::vector<std::string>{"tom", "felix", ""}));
}

TEST(Table, KeepsItsPromises) {
  EXPECT_THROW(Table<Cat>({{"tom", 9}, {"felix", 7}, {"tom", 1}}), BrokenPromise);
  const Table<Cat> cats({{"tom", 9}});
  EXPECT_THROW(static_cast<void>(cats[Id<Cat>()]), BrokenPromise);
  EXPECT_THROW(static_cast<void>(cats[Id<Cat>(1)]), BrokenPromise);
  EXPECT_TRUE(Table<Cat>().empty());
  EXPECT_FALSE(Table<Cat>().find("tom").valid());
}

}  // namespace
}  // namespace parktwin
