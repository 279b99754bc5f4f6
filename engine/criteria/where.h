#pragma once
// Names of what fails, as a planner would look them up: "Name (E-012)" and "名称（E-012）", all of them,
// largest shortfall first.
#include <string>
#include <vector>

#include "engine/criteria/text.h"

namespace parktwin::criteria {

/// Something that fails and how much it weighs in the list.
struct Shortfall {
  double size = 0.0;
  Text text;
};

/// Largest first, equal ones in the order given.
[[nodiscard]] std::vector<Text> largest_first(std::vector<Shortfall> shortfalls);

/// "Name (id)" and "名称（id）"; where one language has no name that of the other, the bare id when there is neither.
[[nodiscard]] Text label(const std::string& name, const std::string& name_zh, const std::string& id);

template <class Record>
[[nodiscard]] Text label(const Record& record) {
  return label(record.name, record.name_zh, record.id);
}

/// "Name (id): reason" and "名称（id）：原因".
[[nodiscard]] Text named(const Text& label, const Text& reason);

/// At most two decimals, cut off rather than rounded, so that a value below a threshold is never shown as reaching it.
[[nodiscard]] std::string shown(double value);

/// At most two decimals, rounded up: for a value that must not be above a threshold.
[[nodiscard]] std::string shown_up(double value);

/// "12345 m2" and "12345 平方米".
[[nodiscard]] Text shown_area(double square_metres);

}  // namespace parktwin::criteria
