#pragma once
// Codes of industries by GB/T 4754-2017 (国民经济行业分类): a letter for the section, two digits for the division, up to four for group and
// class, with or without the letter ("C3922", "3922", "39", "C"). Which sector of ours a division belongs to is our own assignment.
#include <optional>
#include <string>
#include <string_view>

#include "engine/park/enterprise.h"

namespace parktwin::importers {

struct IndustryCode {
  char section = 'A';
  int division = 0;  ///< 0: only the section is given
  std::string text;  ///< letter and digits, "C3922"
};

/// The code at the beginning of a text ("C3922 通信终端设备制造"); a fault says what is wrong: no code, a division that no section has, a
/// letter that does not belong to the division.
[[nodiscard]] std::optional<IndustryCode> parse_industry_code(std::string_view text, std::string& fault);

/// None where a section alone does not tell (C, manufacturing, holds most sectors).
[[nodiscard]] std::optional<Sector> sector_of(const IndustryCode& code);

}  // namespace parktwin::importers
