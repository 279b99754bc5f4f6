#pragma once
// One cut in the making: rows of angle and attenuation, in any order, which together must give every whole degree once.
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/errors.h"
#include "engine/park/radio_inventory.h"
#include "importers/antenna/text_lines.h"

namespace parktwin::importers {

/// Attenuations a file may give; deeper nulls are measurement noise or marks for "nothing".
inline constexpr double deepest_attenuation_db = 100.0;

class CutRows {
 public:
  /// `section` names the cut in problems. The file name and the problems outlive it.
  CutRows(std::string section, const std::string& file, Problems& problems)
      : section_(std::move(section)), file_(file), problems_(problems) {}

  /// A row "angle attenuation".
  void add(const TextLine& line);
  /// Reports the degrees that no row gave; returns the cut, complete when nothing was ever reported.
  [[nodiscard]] std::vector<double> finish();
  [[nodiscard]] std::size_t rows() const { return rows_; }

 private:
  void report(const TextLine& line, std::string message) { problems_.add(file_, place_of(line), std::move(message)); }

  std::string section_;
  const std::string& file_;
  Problems& problems_;
  std::size_t rows_ = 0;
  std::array<std::optional<double>, cut_values> values_;
  std::array<std::size_t, cut_values> first_line_{};  ///< 0: no row named this degree
};

}  // namespace parktwin::importers
