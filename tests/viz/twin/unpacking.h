#pragma once
// Reads back what viz/twin packs, written apart from it: bytes inflated, planes joined, differences summed.
#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "viz/twin/packed_mesh.h"

namespace parktwin::viz::twin::testing {

inline std::string inflated(const std::string& packed, std::size_t size) {
  std::string bytes(size, '\0');
  uLongf length = size;
  const int outcome =
      uncompress(reinterpret_cast<Bytef*>(bytes.data()), &length, reinterpret_cast<const Bytef*>(packed.data()), packed.size());
  return outcome == Z_OK && length == size ? bytes : std::string();
}

class Reader {
 public:
  Reader(const std::string& bytes, std::size_t at) : bytes_(bytes), at_(at) {}
  std::vector<std::uint32_t> planes(std::size_t count, std::size_t planes) {
    std::vector<std::uint32_t> values(count);
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t plane = 0; plane < planes; ++plane) {
        values[i] += static_cast<std::uint32_t>(static_cast<unsigned char>(bytes_.at(at_ + plane * count + i))) << (8 * plane);
      }
    }
    at_ += count * planes;
    return values;
  }
  std::vector<std::uint32_t> sums(std::size_t count, std::size_t planes) {
    auto values = this->planes(count, planes);
    const std::uint32_t whole = planes == 2 ? 0xFFFFU : 0xFFFFFFU;
    for (std::size_t i = 1; i < count; ++i) values[i] = (values[i] + values[i - 1]) & whole;
    return values;
  }
  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  const std::string& bytes_;
  std::size_t at_;
};

struct ReadMesh {
  std::vector<std::array<double, 3>> positions;
  std::vector<std::array<std::uint8_t, 8>> colours;  ///< per vertex
  std::vector<std::uint32_t> triangles;
  std::vector<std::uint32_t> first;
};

/// Heights of draped meshes stay above the ground.
inline ReadMesh read_mesh(const Json& head, const std::string& bytes, std::size_t at = 0) {
  Reader reader(bytes, at);
  ReadMesh mesh;
  const auto count = head["vertices"].get<std::size_t>();
  mesh.positions.resize(count);
  for (std::size_t axis = 0; axis < 3; ++axis) {
    const auto places = reader.sums(count, 2);
    for (std::size_t i = 0; i < count; ++i)
      mesh.positions[i][axis] = head["origin"][axis].get<double>() + head["step"][axis].get<double>() * places[i];
  }
  const auto numbers = reader.sums(count, 2);
  mesh.triangles = reader.sums(3 * head["triangles"].get<std::size_t>(), 3);
  mesh.first = reader.sums(head["ids"].size(), 3);
  const auto table = reader.planes(8 * head["colours"].get<std::size_t>(), 1);
  for (const std::uint32_t number : numbers) {
    auto& colour = mesh.colours.emplace_back();
    for (std::size_t k = 0; k < 8; ++k) colour[k] = static_cast<std::uint8_t>(table.at(8 * number + k));
  }
  return mesh;
}

/// `before`: the numbers of the map that a changed one counts from.
inline std::vector<std::uint32_t> read_map(const Json& head, const std::string& bytes, std::size_t at = 0,
                                           const std::vector<std::uint32_t>& before = {}) {
  const auto columns = head["columns"].get<std::int64_t>();
  const auto rows = head["rows"].get<std::int64_t>();
  auto numbers = Reader(bytes, at).planes(static_cast<std::size_t>(columns * rows), 2);
  if (head["coding"] == "plain") return numbers;
  const auto number = [&](std::int64_t row, std::int64_t column) -> std::int64_t {
    return numbers[static_cast<std::size_t>(row * columns + column)];
  };
  for (std::int64_t row = 0; row < rows; ++row) {
    for (std::int64_t column = 0; column < columns; ++column) {
      const auto i = static_cast<std::size_t>(row * columns + column);
      std::int64_t guess = 0;
      if (head["coding"] == "changed") {
        guess = before.at(i);
      } else {  // the middle one of three
        const std::int64_t south = row > 0 ? number(row - 1, column) : 0;
        const std::int64_t west = column > 0 ? number(row, column - 1) : south;
        const std::int64_t corner = column == 0 ? south : row > 0 ? number(row - 1, column - 1) : 0;
        const std::int64_t plane = west + south - corner;
        guess = std::max(std::min(west, south), std::min(std::max(west, south), plane));
      }
      const std::int64_t code = numbers[i];
      numbers[i] = static_cast<std::uint32_t>(guess + (code % 2 == 0 ? code / 2 : -(code + 1) / 2)) & 0xFFFFU;
    }
  }
  return numbers;
}

}  // namespace parktwin::viz::twin::testing
