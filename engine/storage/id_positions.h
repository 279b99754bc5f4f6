#pragma once
// Which position each id text has in the park's tables, read from the file itself so that references need no order.
#include <cstdint>
#include <string>
#include <unordered_map>

#include "engine/storage/hdf5_library.h"

namespace parktwin::storage {

class IdPositions {
 public:
  /// `root` is the group that holds the park group; it must outlive this.
  explicit IdPositions(hid_t root) : root_(root) {}
  /// Throws Failure when the park has no such table or the text is not an id in it.
  [[nodiscard]] std::size_t find(const std::string& table, const std::string& id);

 private:
  using Positions = std::unordered_map<std::string, std::size_t>;
  const Positions& positions(const std::string& table);

  hid_t root_;
  std::unordered_map<std::string, Positions> tables_;
};

}  // namespace parktwin::storage
