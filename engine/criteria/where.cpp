#include "engine/criteria/where.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace parktwin::criteria {

std::vector<Text> largest_first(std::vector<Shortfall> shortfalls) {
  std::stable_sort(shortfalls.begin(), shortfalls.end(), [](const Shortfall& a, const Shortfall& b) { return a.size > b.size; });
  std::vector<Text> lines;
  lines.reserve(shortfalls.size());
  for (auto& shortfall : shortfalls) lines.push_back(std::move(shortfall.text));
  return lines;
}

Text label(const std::string& name, const std::string& name_zh, const std::string& id) {
  const std::string& en = name.empty() ? name_zh : name;
  const std::string& zh = name_zh.empty() ? name : name_zh;
  if (en.empty()) return {id, id};
  return {fmt::format("{} ({})", en, id), fmt::format("{}（{}）", zh, id)};
}

Text named(const Text& label, const Text& reason) { return {label.en + ": " + reason.en, label.zh + "：" + reason.zh}; }

std::string shown(double value) {
  std::string text = fmt::format("{:.2f}", value);
  // The printed text may have been rounded up; cutting off is one hundredth below it then.
  if (std::stod(text) > value) text = fmt::format("{:.2f}", std::stod(text) - 0.01);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string shown_up(double value) {
  const std::string below = shown(-value);
  return below.front() == '-' ? below.substr(1) : below == "0" ? below : "-" + below;
}

Text shown_area(double square_metres) { return {fmt::format("{:.0f} m2", square_metres), fmt::format("{:.0f} 平方米", square_metres)}; }

}  // namespace parktwin::criteria
