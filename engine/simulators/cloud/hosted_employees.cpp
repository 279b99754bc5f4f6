#include "engine/simulators/cloud/hosted_employees.h"

#include "engine/core/parallel.h"

namespace parktwin::cloud {
namespace {

double public_weight(const Enterprise& enterprise, const data_centre::Options& options) {
  switch (enterprise.cloud_kind) {
    case CloudKind::public_cloud:
    case CloudKind::hybrid:
      return 1.0;
    case CloudKind::private_cloud:
      return 0.0;
    case CloudKind::none:
      break;
  }
  return options.public_share;
}

double per_level(const Enterprise& enterprise, const data_centre::Options& options) {
  return options.hosted_share * public_weight(enterprise, options) * enterprise.employees / static_cast<double>(adoption::level_count);
}

}  // namespace

double hosted_today(const Enterprise& enterprise, const data_centre::Options& options) {
  return static_cast<double>(enterprise.cloud_level) * per_level(enterprise, options);
}

data_centre::HostedEmployees hosted_employees(const Park& park, const adoption::AdoptionMonths& months, std::int32_t horizon,
                                              const data_centre::Options& options) {
  const auto steps = static_cast<std::size_t>(horizon) + 1;
  data_centre::HostedEmployees hosted{months.replicas, std::vector<double>(steps * months.replicas, 0.0)};
  std::vector<double> gain;
  for (const auto& enterprise : *park.enterprises) gain.push_back(per_level(enterprise, options));
  parallel_for(months.replicas, [&](std::size_t r) {
    std::vector<double> gained(steps, 0.0);
    for (std::size_t level = 0; level < adoption::level_count; ++level) {
      const std::uint16_t* row = months.row(r, level);
      for (std::size_t i = 0; i < months.enterprises; ++i) {
        if (row[i] != adoption::never) gained[row[i]] += gain[i];
      }
    }
    double sum = 0.0;
    for (std::size_t month = 0; month < steps; ++month) {
      sum += gained[month];
      hosted.employees[month * months.replicas + r] = sum;
    }
  });
  return hosted;
}

}  // namespace parktwin::cloud
