#pragma once
// One answer over HTTP or HTTPS (libcurl). Redirects are not followed, so that a token never goes to another host.
#include <cstdint>
#include <optional>
#include <string>

namespace parktwin::importers::netbox {

struct HttpRequest {
  std::string address;
  std::string token;  ///< sent as "Authorization: Token …"; empty: none
  double timeout_s = 30.0;
  std::uint64_t most_bytes = 256ULL << 20U;
};

struct HttpAnswer {
  long status = 0;
  std::string body;
};

/// None with a fault when no whole answer came: no connection, no answer in time, cut off, too large, another protocol.
[[nodiscard]] std::optional<HttpAnswer> http_get(const HttpRequest& request, std::string& fault);

}  // namespace parktwin::importers::netbox
