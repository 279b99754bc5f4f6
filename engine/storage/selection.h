#pragma once
// Which parts of a saved run are read. Paths are those of results.h5, such as "/park/enterprises" or "/results/radio/rsrp_dbm"; each
// stands for itself and all below it. What is not read is as in an empty run, so a caller that asks for less must not look at the rest.
#include <string>
#include <string_view>
#include <vector>

namespace parktwin::storage {

struct Selection {
  std::vector<std::string> only;     ///< nothing else is read; empty: everything
  std::vector<std::string> without;  ///< not read in any case

  /// Everything, but of the maps of the results only these.
  [[nodiscard]] static Selection with_maps(const std::vector<std::string>& maps);

  [[nodiscard]] bool is_whole() const { return only.empty() && without.empty(); }
  /// Something at or below the path is read.
  [[nodiscard]] bool touches(std::string_view path) const;
  /// All at and below the path is read.
  [[nodiscard]] bool covers(std::string_view path) const;
};

/// Every map of the results.
[[nodiscard]] std::vector<std::string> map_paths();

}  // namespace parktwin::storage
