#include "engine/storage/hdf5_objects.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>

#include "tests/engine/storage/memory_file.h"

namespace parktwin::storage::hdf5 {
namespace {

template <class T>
void expect_numbers_back(const std::vector<T>& numbers) {
  const testing::MemoryFile memory;
  const hid_t root = memory.root.get();
  write_numbers(root, "numbers", numbers, {numbers.size()});
  const Handle dataset = open_dataset(root, "numbers");
  EXPECT_EQ(shape_of(dataset.get()), (Shape{numbers.size()}));
  EXPECT_EQ(read_numbers<T>(dataset.get()), numbers);
}

TEST(Hdf5Objects, NumbersOfEveryWidthComeBack) {
  expect_numbers_back<std::uint8_t>({0, 255});
  expect_numbers_back<std::int8_t>({-128, 127});
  expect_numbers_back<std::uint16_t>({0, 65535});
  expect_numbers_back<std::int32_t>({std::numeric_limits<std::int32_t>::min(), 7});
  expect_numbers_back<std::int64_t>({std::numeric_limits<std::int64_t>::min(), 7});
  expect_numbers_back<std::uint64_t>({std::numeric_limits<std::uint64_t>::max()});
  expect_numbers_back<float>({-0.0F, 1e-40F, std::numeric_limits<float>::infinity()});
  expect_numbers_back<double>({});
}

TEST(Hdf5Objects, DoublesKeepTheirBits) {
  const testing::MemoryFile memory;
  const std::vector<double> numbers{-0.0, std::bit_cast<double>(0x7FF80000DEADBEEFULL), 5e-324};
  write_numbers(memory.root.get(), "numbers", numbers, {numbers.size()});
  const Handle dataset = open_dataset(memory.root.get(), "numbers");
  const auto found = read_numbers<double>(dataset.get());
  for (std::size_t i = 0; i < numbers.size(); ++i)
    EXPECT_EQ(std::bit_cast<std::uint64_t>(found[i]), std::bit_cast<std::uint64_t>(numbers[i]));
}

TEST(Hdf5Objects, LargeArraysAreChunkedAndCompressed) {
  const testing::MemoryFile memory;
  std::vector<float> numbers(700 * 900);
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = static_cast<float>(i % 900);
  const Handle dataset = write_numbers(memory.root.get(), "map", numbers, {700, 900});
  const Handle properties(H5Dget_create_plist(dataset.get()), "properties");
  Shape chunk(2);
  ASSERT_EQ(H5Pget_chunk(properties.get(), 2, chunk.data()), 2);
  EXPECT_EQ(chunk, (Shape{512, 512}));
  EXPECT_EQ(H5Pget_nfilters(properties.get()), 2);
  EXPECT_LT(H5Dget_storage_size(dataset.get()), numbers.size() * sizeof(float) / 4);
  EXPECT_EQ(read_numbers<float>(dataset.get()), numbers);
}

TEST(Hdf5Objects, TextsComeBackAsUtf8) {
  const testing::MemoryFile memory;
  const std::vector<std::string> texts{"", "园区", "a b", std::string(100000, 'x')};
  write_texts(memory.root.get(), "texts", texts, {texts.size()});
  write_texts(memory.root.get(), "none", {}, {0});
  EXPECT_EQ(read_texts(open_dataset(memory.root.get(), "texts").get()), texts);
  EXPECT_TRUE(read_texts(open_dataset(memory.root.get(), "none").get()).empty());
}

TEST(Hdf5Objects, AttributesComeBack) {
  const testing::MemoryFile memory;
  const hid_t root = memory.root.get();
  const std::string long_text(200000, 'y');
  write_attribute(root, "text", long_text);
  write_attribute(root, "empty", std::string());
  write_attribute(root, "seed", std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(read_text_attribute(root, "text"), long_text);
  EXPECT_EQ(read_text_attribute(root, "empty"), "");
  EXPECT_EQ(read_attribute<std::uint64_t>(root, "seed"), std::numeric_limits<std::uint64_t>::max());
}

TEST(Hdf5Objects, NothingIsConvertedOnReading) {
  const testing::MemoryFile memory;
  const hid_t root = memory.root.get();
  write_numbers(root, "numbers", std::vector<float>{1.0F}, {1});
  write_attribute(root, "number", std::int32_t{1});
  const Handle dataset = open_dataset(root, "numbers");
  EXPECT_THROW((void)read_numbers<double>(dataset.get()), Failure);
  EXPECT_THROW((void)read_texts(dataset.get()), Failure);
  EXPECT_THROW((void)read_text_attribute(root, "number"), Failure);
  EXPECT_THROW((void)read_attribute<std::int64_t>(root, "number"), Failure);
  EXPECT_THROW((void)read_attribute<std::int32_t>(root, "absent"), Failure);
  EXPECT_THROW((void)open_dataset(root, "absent"), Failure);
  EXPECT_THROW((void)open_group(root, "numbers"), Failure);
}

}  // namespace
}  // namespace parktwin::storage::hdf5
