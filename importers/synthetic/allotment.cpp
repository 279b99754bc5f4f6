#include "importers/synthetic/allotment.h"

#include <algorithm>
#include <cmath>

#include "engine/core/check.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr double least_plot_m2 = 3200.0;
constexpr double reserve_share = 0.04;

}  // namespace

double usual_plot_m2(Quarter quarter) {
  switch (quarter) {
    case Quarter::headquarters:
      return 22000.0;
    case Quarter::research:
      return 24000.0;
    case Quarter::electronics:
      return 42000.0;
    case Quarter::machinery:
      return 46000.0;
    case Quarter::light_industry:
      return 30000.0;
    case Quarter::process:
      return 62000.0;
    case Quarter::logistics:
      return 70000.0;
    case Quarter::centre:
      return 30000.0;
    case Quarter::lake:
    case Quarter::utility:
    case Quarter::apartments:
      return 0.0;
  }
  return 0.0;
}

std::vector<std::size_t> apportion(std::size_t count, const std::vector<double>& weights, const std::vector<std::size_t>& caps) {
  PARKTWIN_CHECK(weights.size() == caps.size(), "one cap per weight");
  std::vector<std::size_t> given(weights.size(), 0);
  for (std::size_t left = count; left > 0; --left) {
    std::size_t best = weights.size();
    double neediest = 0.0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      // Sainte-Lague: the next seat goes where weight per seat is highest.
      const double need = weights[i] / (2.0 * static_cast<double>(given[i]) + 1.0);
      if (given[i] < caps[i] && need > neediest) {
        neediest = need;
        best = i;
      }
    }
    if (best == weights.size()) break;
    ++given[best];
  }
  return given;
}

std::vector<std::size_t> allot(const std::vector<Superblock>& blocks, std::size_t enterprises) {
  std::vector<double> weights;
  std::vector<std::size_t> caps;
  for (const auto& block : blocks) {
    const double usual = usual_plot_m2(block.quarter);
    const double share = block.quarter == Quarter::centre ? 0.25 : 0.8;
    weights.push_back(usual > 0.0 ? share * block.area.area() / usual : 0.0);
    caps.push_back(usual > 0.0 ? static_cast<std::size_t>(std::max(1.0, share * block.area.area() / least_plot_m2)) : 0);
  }
  const auto reserve = static_cast<std::size_t>(std::round(reserve_share * static_cast<double>(enterprises)));
  return apportion(enterprises + reserve, weights, caps);
}

}  // namespace parktwin::importers::synthetic
