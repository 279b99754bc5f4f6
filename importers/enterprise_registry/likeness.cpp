#include "importers/enterprise_registry/likeness.h"

#include <fmt/format.h>

#include <algorithm>

#include "importers/enterprise_registry/plain_text.h"

namespace parktwin::importers {
namespace {

constexpr double name_weight = 0.85;
constexpr double address_weight = 0.8;
constexpr double parcel_weight = 0.9;
constexpr double other_number = 0.3;  ///< factor on addresses with different house numbers
constexpr double least_evidence = 0.05;

/// Half-width, lower case, without blanks and punctuation.
std::string bare(const std::string& text) {
  std::string result;
  for (const char c : half_width(text)) {
    if (std::string_view(" \t\r\n,.;:-_/()[]#\"'&").find(c) != std::string_view::npos) continue;
    result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  for (const char* mark : {"、", "，", "。", "·", "【", "】", "《", "》"}) remove_all(result, mark);
  return result;
}

/// A name without what every name has; the whole name where nothing else is in it.
std::string core_of_name(const std::string& name) {
  const auto whole = bare(name);
  auto core = whole;
  for (const char* form : {"股份有限公司", "有限责任公司", "有限公司", "股份公司", "集团", "公司", "厂房", "车间", "仓库", "办公楼",
                           "宿舍楼", "号楼", "coltd", "limited", "gmbh", "inc"})
    remove_all(core, form);
  return core.empty() ? whole : core;
}

std::vector<std::string> numbers_in(const std::string& address) {
  std::vector<std::string> all;
  std::vector<std::string> houses;
  std::string digits;
  for (const auto& point : code_points(address + ' ')) {
    if (point.size() == 1 && point[0] >= '0' && point[0] <= '9') {
      digits += point;
      continue;
    }
    if (!digits.empty()) (point == "号" ? houses : all).push_back(digits);
    digits.clear();
  }
  return houses.empty() ? all : houses;
}

}  // namespace

Traits traits_of(const std::string& name, const std::string& address, const std::string& parcel) {
  Traits traits{core_of_name(name), bare(address), bare(parcel), {}, {}, {}};
  traits.name_pairs = neighbour_pairs(traits.name);
  traits.address_pairs = neighbour_pairs(traits.address);
  traits.house_numbers = numbers_in(traits.address);
  return traits;
}

Likeness likeness_of(const Traits& building, const Traits& enterprise, std::size_t on_parcel) {
  Likeness made;
  double doubt = 1.0;
  const auto count = [&](const char* what, double confidence) {
    if (confidence < least_evidence) return;
    doubt *= 1.0 - confidence;
    made.reasons += fmt::format("{}{} {:.2f}", made.reasons.empty() ? "" : ", ", what, confidence);
  };
  if (!building.name.empty() && building.name == enterprise.name) {
    count("name", name_weight);
  } else {
    const double share = pair_overlap(building.name_pairs, enterprise.name_pairs);
    if (std::min(building.name_pairs.size(), enterprise.name_pairs.size()) >= 2) count("name", name_weight * share * share);
  }
  const double share = pair_overlap(building.address_pairs, enterprise.address_pairs);
  const auto& theirs = enterprise.house_numbers;
  const bool numbered = !building.house_numbers.empty() && !theirs.empty();
  const bool same_number = std::any_of(building.house_numbers.begin(), building.house_numbers.end(), [&](const std::string& one) {
    return std::find(theirs.begin(), theirs.end(), one) != theirs.end();
  });
  count("address", address_weight * share * share * (numbered && !same_number ? other_number : 1.0));
  if (!building.parcel.empty() && building.parcel == enterprise.parcel)
    count("parcel", parcel_weight / static_cast<double>(std::max<std::size_t>(on_parcel, 1)));
  made.confidence = 1.0 - doubt;
  return made;
}

}  // namespace parktwin::importers
