#include "importers/enterprise_registry/industry_code.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "importers/enterprise_registry/plain_text.h"

namespace parktwin::importers {
namespace {

struct Section {
  char letter;
  int first;
  int last;
};

// GB/T 4754-2017, table of sections and divisions.
constexpr auto sections =
    std::to_array<Section>({{'A', 1, 5},   {'B', 6, 12},  {'C', 13, 43}, {'D', 44, 46}, {'E', 47, 50}, {'F', 51, 52}, {'G', 53, 60},
                            {'H', 61, 62}, {'I', 63, 65}, {'J', 66, 69}, {'K', 70, 70}, {'L', 71, 72}, {'M', 73, 75}, {'N', 76, 79},
                            {'O', 80, 82}, {'P', 83, 83}, {'Q', 84, 85}, {'R', 86, 90}, {'S', 91, 96}, {'T', 97, 97}});

struct Assignment {
  int first;
  int last;
  Sector sector;
};

// Divisions that are not listed are `other`.
constexpr auto assignments = std::to_array<Assignment>({{13, 16, Sector::food},
                                                        {17, 19, Sector::textiles},
                                                        {25, 26, Sector::chemicals},
                                                        {27, 27, Sector::pharmaceuticals},
                                                        {28, 30, Sector::new_materials},
                                                        {31, 33, Sector::metal_products},
                                                        {34, 35, Sector::machinery},
                                                        {36, 36, Sector::automotive},
                                                        {37, 38, Sector::machinery},
                                                        {39, 40, Sector::electronics},
                                                        {43, 43, Sector::machinery},
                                                        {44, 45, Sector::energy},
                                                        {46, 46, Sector::public_services},
                                                        {53, 60, Sector::logistics},
                                                        {63, 65, Sector::software},
                                                        {73, 75, Sector::research},
                                                        {76, 79, Sector::public_services},
                                                        {83, 96, Sector::public_services}});

}  // namespace

std::optional<IndustryCode> parse_industry_code(std::string_view text, std::string& fault) {
  const auto plain = half_width(text);
  std::size_t at = std::min(plain.find_first_not_of(" \t"), plain.size());
  IndustryCode code;
  const bool lettered = at < plain.size() && ((plain[at] >= 'A' && plain[at] <= 'T') || (plain[at] >= 'a' && plain[at] <= 't'));
  if (lettered) {
    code.section = plain[at] >= 'a' ? static_cast<char>(plain[at] - 'a' + 'A') : plain[at];
    ++at;
  }
  std::string digits;
  while (at < plain.size() && plain[at] >= '0' && plain[at] <= '9') digits += plain[at++];
  const bool goes_on = at < plain.size() && ((plain[at] >= 'a' && plain[at] <= 'z') || (plain[at] >= 'A' && plain[at] <= 'Z'));
  if (goes_on || digits.size() == 1 || digits.size() > 4 || (digits.empty() && !lettered)) {
    fault = fmt::format("found \"{}\", expected a code of GB/T 4754 such as C3922", plain);
    return std::nullopt;
  }
  code.text = std::string(1, code.section);
  if (digits.empty()) return code;
  code.division = (digits[0] - '0') * 10 + digits[1] - '0';
  const auto* section = std::find_if(sections.begin(), sections.end(),
                                     [&](const Section& one) { return code.division >= one.first && code.division <= one.last; });
  if (section == sections.end()) {
    fault = fmt::format("found the division {}, expected 01 to 97", digits.substr(0, 2));
    return std::nullopt;
  }
  if (lettered && section->letter != code.section) {
    fault = fmt::format("found {} before the division {}, which belongs to {}", code.section, digits.substr(0, 2), section->letter);
    return std::nullopt;
  }
  code.section = section->letter;
  code.text = section->letter + digits;
  return code;
}

std::optional<Sector> sector_of(const IndustryCode& code) {
  const auto find = [](int division) {
    const auto* found = std::find_if(assignments.begin(), assignments.end(),
                                     [division](const Assignment& one) { return division >= one.first && division <= one.last; });
    return found == assignments.end() ? Sector::other : found->sector;
  };
  if (code.division > 0) return find(code.division);
  const auto* section = std::find_if(sections.begin(), sections.end(), [&](const Section& one) { return one.letter == code.section; });
  if (section == sections.end()) return std::nullopt;
  const Sector sector = find(section->first);
  for (int division = section->first; division <= section->last; ++division) {
    if (find(division) != sector) return std::nullopt;
  }
  return sector;
}

}  // namespace parktwin::importers
