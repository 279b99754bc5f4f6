#pragma once
// 128-bit content hashes (XXH3) of bytes and of every described record. Equal content gives equal hashes on every machine of the
// same byte order; doubles hash by bits, so -0.0 and 0.0 differ.
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "engine/core/describe.h"
#include "engine/core/geometry.h"
#include "engine/core/grid.h"
#include "engine/core/table.h"

namespace parktwin {

struct ContentHash {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  friend auto operator<=>(const ContentHash&, const ContentHash&) = default;
  [[nodiscard]] std::string hex() const;
};

class Hasher {
 public:
  Hasher();
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;
  void add_bytes(const void* data, std::size_t size);
  [[nodiscard]] ContentHash digest() const;

  /// Every kind of value a field can hold; vectors and texts are preceded by their length.
  template <class T>
  void add(const T& value);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

template <class T>
[[nodiscard]] ContentHash content_hash(const T& value) {
  Hasher hasher;
  hasher.add(value);
  return hasher.digest();
}

template <class T>
void Hasher::add(const T& value) {
  if constexpr (requires {
                  { value.content_hash() } -> std::same_as<ContentHash>;
                }) {
    const ContentHash hash = value.content_hash();
    add_bytes(&hash, sizeof hash);
  } else if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
    add_bytes(&value, sizeof value);
  } else if constexpr (UnitValue<T>) {
    add(value.value());
  } else if constexpr (RecordId<T>) {
    add(value.valid() ? static_cast<std::uint64_t>(value.index()) : ~std::uint64_t{0});
  } else if constexpr (std::same_as<T, std::string>) {
    add(static_cast<std::uint64_t>(value.size()));
    add_bytes(value.data(), value.size());
  } else if constexpr (Optional<T>) {
    add(value.has_value());
    if (value) add(*value);
  } else if constexpr (Vector<T>) {
    add(static_cast<std::uint64_t>(value.size()));
    if constexpr (std::is_arithmetic_v<typename T::value_type>) {
      add_bytes(value.data(), value.size() * sizeof(typename T::value_type));
    } else {
      for (const auto& item : value) add(item);
    }
  } else if constexpr (RecordTable<T>) {
    add(value.records());
  } else if constexpr (Raster<T>) {
    add(value.frame.origin);
    add(value.frame.cell_size);
    add(value.frame.columns);
    add(value.frame.rows);
    add(value.values);
  } else if constexpr (std::same_as<T, Point>) {
    add(value.x);
    add(value.y);
  } else if constexpr (std::same_as<T, LineString>) {
    add(value.points);
  } else if constexpr (std::same_as<T, Polygon>) {
    add(value.outer);
    add(value.holes);
  } else if constexpr (std::same_as<T, MultiPolygon>) {
    add(value.polygons);
  } else {
    static_assert(Described<T>, "a field of a kind that cannot be hashed");
    describe([this](const Field&, const auto& member) { add(member); }, value);
  }
}

}  // namespace parktwin
