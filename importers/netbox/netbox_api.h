#pragma once
// The objects of a running NetBox by its REST API, page by page (limit and offset; NetBox documentation, "REST API: pagination"). Every
// request goes to the address that was given: links in answers are not followed.
#include <optional>
#include <string>

#include "importers/netbox/netbox_objects.h"

namespace parktwin::importers::netbox {

struct ApiOptions {
  std::string token;
  double timeout_s = 30.0;  ///< of one page
  int page_size = 500;
};

[[nodiscard]] bool is_address(const std::string& source);

/// `address` is that of NetBox, with or without "/api". Problems name the address that was asked, never the token: no answer, an answer
/// that is no page, a token that is not accepted, an inventory that changed while it was read.
[[nodiscard]] std::optional<Objects> fetch_objects(const std::string& address, const ApiOptions& options, Problems& problems);

}  // namespace parktwin::importers::netbox
