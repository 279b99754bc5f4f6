#include "engine/plan/fibre/fibre_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace parktwin::plan {
namespace {

constexpr std::size_t least_tubes = 2;
constexpr std::int32_t cable_fibres = 24;

std::string path_text(const std::vector<Point>& path) {
  std::string text;
  for (const Point& point : path) text += fmt::format("{}[{}, {}]", text.empty() ? "" : ", ", point.x, point.y);
  return "[" + text + "]";
}

}  // namespace

std::string duct_text(const PlannedDuct& duct, std::size_t number, const FibreIds& ids) {
  return fmt::format("  - add_duct: {{id: {}, tubes: {}, path: {}}}\n", ids.duct(number), std::max(least_tubes, duct.cables.size()),
                     path_text(duct.path));
}

std::string cable_text(const Park& park, const PlannedCable& cable, std::size_t number, const FibreIds& ids) {
  std::string course;
  for (const CourseStep& step : cable.course) {
    const std::string id = step.standing.valid() ? "\"" + (*park.ducts)[step.standing].id + "\"" : ids.duct(step.planned + 1);
    course += (course.empty() ? "" : ", ") + id;
  }
  return fmt::format("  - add_cable: {{id: {}, fibres: {}, ducts: [{}], length_m: {:.2f}}}\n", ids.cable(number), cable_fibres, course,
                     cable.length_m);
}

FibrePrices fibre_prices(const Park& park, const Pricing& pricing) {
  constexpr double metres = 1000.0;
  // Ids no park has: the prices of a park that is not built.
  const FibreIds ids = {[](std::size_t number) { return fmt::format("\"priced duct {}\"", number); },
                        [](std::size_t number) { return fmt::format("\"priced cable {}\"", number); }};
  std::string text;
  for (const std::size_t number : {std::size_t{1}, std::size_t{2}}) {
    const double length_m = metres * static_cast<double>(number);
    text += duct_text({{{0.0, 0.0}, {length_m, 0.0}}, length_m, {}}, number, ids);
    text += cable_text(park, {{}, {}, length_m}, number, ids);
  }
  const auto priced = price_changes(park, text, pricing).of_record;
  const auto of = [&priced](const std::string& id) {
    const auto found = priced.find(id);
    return found == priced.end() ? 0.0 : found->second;
  };
  return {(of("priced duct 2") - of("priced duct 1")) / metres, (of("priced cable 2") - of("priced cable 1")) / metres};
}

}  // namespace parktwin::plan
