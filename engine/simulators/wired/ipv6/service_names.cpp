#include "engine/simulators/wired/ipv6/service_names.h"

#include <algorithm>

#include "engine/park/ip_address.h"

namespace parktwin::wired::ipv6 {

bool knows_name(const NetworkService& service) {
  return !service.dns_name.empty() || !service.a_record.empty() || !service.aaaa_record.empty();
}

bool lacks_aaaa_record(const NetworkService& service) { return !service.a_record.empty() && service.aaaa_record.empty(); }

std::string host_of(std::string_view endpoint) {
  if (const auto scheme = endpoint.find("://"); scheme != std::string_view::npos) endpoint.remove_prefix(scheme + 3);
  endpoint = endpoint.substr(0, endpoint.find('/'));
  if (endpoint.starts_with('[')) return std::string(endpoint.substr(1, endpoint.find(']') - 1));
  const bool bare_ipv6 = std::count(endpoint.begin(), endpoint.end(), ':') > 1;
  return std::string(bare_ipv6 ? endpoint : endpoint.substr(0, endpoint.find(':')));
}

std::vector<std::string> ipv4_literals(const NetworkService& service) {
  std::vector<std::string> found;
  for (const std::string& endpoint : space_separated(service.endpoints)) {
    const auto address = parse_ip_address(host_of(endpoint));
    if (address && address->family == IpFamily::ipv4) found.push_back(endpoint);
  }
  return found;
}

}  // namespace parktwin::wired::ipv6
