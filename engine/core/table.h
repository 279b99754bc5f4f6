#pragma once
// Typed ids and the tables they index. Id<Building> cannot be used where Id<Enterprise> is expected.
// A record type has a `std::string id` that is unique in its table; Id<T> is its position.
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/core/check.h"

namespace parktwin {

/// Position of a record in its table, or none. Default constructed: none.
template <class T>
class Id {
 public:
  using Record = T;
  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : index_(static_cast<std::uint32_t>(index)) {}
  [[nodiscard]] constexpr bool valid() const { return index_ != none; }
  /// Precondition: valid().
  [[nodiscard]] constexpr std::size_t index() const { return index_; }
  friend constexpr auto operator<=>(Id, Id) = default;

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t index_ = none;
};

template <class T>
struct is_id : std::false_type {};
template <class T>
struct is_id<Id<T>> : std::true_type {};
template <class T>
concept RecordId = is_id<std::remove_const_t<T>>::value;

/// Immutable list of records with unique `id` texts, indexed by Id<T>.
/// Precondition: the texts are unique (readers report duplicates as InputError before they build a table).
template <class T>
class Table {
 public:
  using Record = T;
  Table() = default;
  explicit Table(std::vector<T> records) : records_(std::move(records)) {
    positions_.reserve(records_.size());
    for (std::size_t i = 0; i < records_.size(); ++i) {
      const bool inserted = positions_.emplace(records_[i].id, Id<T>(i)).second;
      PARKTWIN_CHECK(inserted, "duplicate id in a table: " + records_[i].id);
    }
  }
  [[nodiscard]] std::size_t size() const { return records_.size(); }
  [[nodiscard]] bool empty() const { return records_.empty(); }
  [[nodiscard]] const T& operator[](Id<T> id) const {
    PARKTWIN_CHECK(id.valid() && id.index() < records_.size(), "id outside its table");
    return records_[id.index()];
  }
  [[nodiscard]] Id<T> find(std::string_view key) const {
    const auto found = positions_.find(std::string(key));
    return found == positions_.end() ? Id<T>() : found->second;
  }
  [[nodiscard]] const std::vector<T>& records() const { return records_; }
  [[nodiscard]] auto begin() const { return records_.begin(); }
  [[nodiscard]] auto end() const { return records_.end(); }

 private:
  std::vector<T> records_;
  std::unordered_map<std::string, Id<T>> positions_;
};

template <class T>
struct is_table : std::false_type {};
template <class T>
struct is_table<Table<T>> : std::true_type {};
template <class T>
concept RecordTable = is_table<std::remove_const_t<T>>::value;

}  // namespace parktwin
