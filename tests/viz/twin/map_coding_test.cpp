#include "viz/twin/map_coding.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/viz/twin/unpacking.h"

namespace parktwin::viz::twin {
namespace {

Json head_of(const CodedMap& coded, std::size_t columns, std::size_t count) {
  return {{"columns", columns}, {"rows", count / columns}, {"coding", coded.coding}};
}

TEST(MapCoding, ComesBackWhateverTheNumbers) {
  std::mt19937 draw(7);
  for (int round = 0; round < 60; ++round) {
    const std::size_t columns = 1 + draw() % 12;
    const std::size_t count = columns * (1 + draw() % 9);
    const std::uint32_t most = round % 3 == 0 ? 65536 : round % 3 == 1 ? 257 : 3;
    std::vector<std::uint32_t> numbers(count);
    std::vector<std::uint32_t> before(count);
    for (std::size_t i = 0; i < count; ++i) {
      numbers[i] = static_cast<std::uint32_t>(draw() % most);
      before[i] = round % 2 == 0 ? static_cast<std::uint32_t>(draw() % most) : numbers[i];
    }
    const CodedMap alone = coded_map(numbers, columns, {});
    EXPECT_NE(alone.coding, "changed");
    EXPECT_EQ(testing::read_map(head_of(alone, columns, count), alone.bytes), numbers);
    const CodedMap after = coded_map(numbers, columns, before);
    EXPECT_EQ(testing::read_map(head_of(after, columns, count), after.bytes, 0, before), numbers);
  }
}

TEST(MapCoding, ASlopeThatRisesOneWayAndFallsTheOtherIsPredicted) {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < 400; ++i) numbers.push_back(200 + 3 * (i % 20) - 5 * (i / 20));
  const auto missed = predicted(numbers, 20);
  for (std::size_t i = 21; i < missed.size(); ++i) EXPECT_EQ(missed[i], i % 20 == 0 ? 9U : 0U) << i;
  EXPECT_EQ(coded_map(numbers, 20, {}).coding, "predicted");
}

TEST(MapCoding, NothingChangedIsAllZero) {
  const std::vector<std::uint32_t> numbers{5, 0, 65535, 7};
  EXPECT_EQ(changed(numbers, numbers), (std::vector<std::uint32_t>(4, 0)));
  EXPECT_EQ(changed(numbers, std::vector<std::uint32_t>{4, 1, 0, 7}), (std::vector<std::uint32_t>{2, 1, 1, 0}));
}

}  // namespace
}  // namespace parktwin::viz::twin
