#pragma once
// A few factors of the tables the project ships, written out.
#include "engine/simulators/energy/carbon/factors.h"

namespace parktwin::energy::carbon {

inline Factors some_factors() {
  Factors factors;
  factors.grid = {{2022, "China", GridKind::average, 0.5366, "2024-33"}, {2022, "China", GridKind::without_traded, 0.5856, "2024-33"},
                  {2023, "China", GridKind::average, 0.5306, "2025-47"}, {2023, "China", GridKind::without_traded, 0.6096, "2025-47"},
                  {2023, "China", GridKind::fossil, 0.8273, "2025-47"},  {2023, "Guangdong", GridKind::average, 0.4419, "2025-47"},
                  {2023, "Hubei", GridKind::average, 0.4044, "2025-47"}};
  factors.fuels = {{"natural gas", "10^4 Nm3", 389.31, 0.0153, 0.99, 13.3},
                   {"bituminous coal", "t", 23.204, 0.02618, 0.93, 0.0},
                   {"anthracite", "t", 24.515, 0.02749, 0.94, 0.0},
                   {"diesel", "t", 43.33, 0.0202, 0.98, 1.4571},
                   {"coke", "t", 0.0, 0.0, 1.0, 0.9714},
                   {"petrol", "t", 0.0, 0.0, 1.0, 1.4714}};
  return factors;
}

}  // namespace parktwin::energy::carbon
