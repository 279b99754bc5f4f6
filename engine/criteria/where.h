#pragma once
// Names of what fails, as a planner would look them up: "Name (E-012)", largest shortfall first, bounded.
#include <cstddef>
#include <string>
#include <vector>

namespace parktwin::criteria {

inline constexpr std::size_t where_limit = 20;

/// Something that fails and how much it weighs in the list.
struct Shortfall {
  double size = 0.0;
  std::string text;
};

/// Largest first, equal ones in the order given; after `where_limit` entries one that counts the rest.
[[nodiscard]] std::vector<std::string> largest_first(std::vector<Shortfall> shortfalls);

/// "Name (id)"; the Chinese name when there is no English one, the bare id when there is neither.
[[nodiscard]] std::string label(const std::string& name, const std::string& name_zh, const std::string& id);

template <class Record>
[[nodiscard]] std::string label(const Record& record) {
  return label(record.name, record.name_zh, record.id);
}

/// At most two decimals, cut off rather than rounded, so that a value below a threshold is never shown as reaching it.
[[nodiscard]] std::string shown(double value);

/// "12345 m2".
[[nodiscard]] std::string shown_area(double square_metres);

}  // namespace parktwin::criteria
