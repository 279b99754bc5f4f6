#pragma once
// The park is one customer of the grid above; who of its enterprises pays what. Each line of the bill is shared in proportion: energy of a
// period by what is drawn in its quarter-hours beyond own generation, components by the same of the month, demand and capacity by the
// quarter-hour of the month's peak, tax by what it is on. What no enterprise draws (equipment, loads of nobody, losses) is a payer of its
// own, so that all lines add up to the park's. Earnings of feeding in are not shared.
#include "engine/simulators/energy/balance.h"
#include "engine/simulators/energy/purchase.h"

namespace parktwin::energy {

struct BillShares {
  std::vector<SharedBill> bills;  ///< by enterprise, and last what no enterprise causes; empty without a bill
  std::vector<SharedBillLine> lines;
};

[[nodiscard]] BillShares share_bill(const YearParts& parts, const Series& series, const Purchase& purchase, const Bill& bill);

}  // namespace parktwin::energy
