#include "engine/criteria/where.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace parktwin::criteria {

std::vector<std::string> largest_first(std::vector<Shortfall> shortfalls) {
  std::stable_sort(shortfalls.begin(), shortfalls.end(), [](const Shortfall& a, const Shortfall& b) { return a.size > b.size; });
  std::vector<std::string> lines;
  for (auto& shortfall : shortfalls) {
    if (lines.size() == where_limit) {
      lines.push_back(fmt::format("and {} more", shortfalls.size() - where_limit));
      break;
    }
    lines.push_back(std::move(shortfall.text));
  }
  return lines;
}

std::string label(const std::string& name, const std::string& name_zh, const std::string& id) {
  const std::string& known = name.empty() ? name_zh : name;
  return known.empty() ? id : fmt::format("{} ({})", known, id);
}

std::string shown(double value) {
  std::string text = fmt::format("{:.2f}", value);
  // The printed text may have been rounded up; cutting off is one hundredth below it then.
  if (std::stod(text) > value) text = fmt::format("{:.2f}", std::stod(text) - 0.01);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string shown_area(double square_metres) { return fmt::format("{:.0f} m2", square_metres); }

}  // namespace parktwin::criteria
