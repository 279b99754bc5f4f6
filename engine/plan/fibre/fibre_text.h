#pragma once
// Planned ducts and cables as changes of a scenario, one per line, indented as items of a list.
#include <functional>
#include <string>

#include "engine/plan/fibre/fibre.h"
#include "engine/plan/pricing/pricing.h"

namespace parktwin::plan {

/// Ids by number, from 1.
struct FibreIds {
  std::function<std::string(std::size_t)> duct;
  std::function<std::string(std::size_t)> cable;
};

[[nodiscard]] std::string duct_text(const PlannedDuct& duct, std::size_t number, const FibreIds& ids);
[[nodiscard]] std::string cable_text(const Park& park, const PlannedCable& cable, std::size_t number, const FibreIds& ids);

/// What a metre of trench and of cable adds, by the price table: of two lengths the difference, so that what each costs whatever its
/// length is left out.
[[nodiscard]] FibrePrices fibre_prices(const Park& park, const Pricing& pricing);

}  // namespace parktwin::plan
