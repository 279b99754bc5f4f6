#include "importers/netbox/netbox_api.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "importers/foreign_tables/text_source.h"
#include "importers/netbox/http_get.h"

namespace parktwin::importers::netbox {
namespace {

constexpr std::size_t most_objects = 2'000'000;
constexpr std::array<std::pair<const char*, const char*>, 9> endpoints{{{"dcim.site", "dcim/sites"},
                                                                        {"dcim.rack", "dcim/racks"},
                                                                        {"dcim.device", "dcim/devices"},
                                                                        {"dcim.interface", "dcim/interfaces"},
                                                                        {"dcim.rearport", "dcim/rear-ports"},
                                                                        {"dcim.frontport", "dcim/front-ports"},
                                                                        {"circuits.circuittermination", "circuits/circuit-terminations"},
                                                                        {"dcim.cable", "dcim/cables"},
                                                                        {"ipam.prefix", "ipam/prefixes"}}};

class Client {
 public:
  Client(std::string address, const ApiOptions& options, Problems& problems)
      : base_(std::move(address)), options_(options), problems_(problems) {
    while (base_.ends_with('/')) base_.pop_back();
    if (!base_.ends_with("/api")) base_ += "/api";
  }

  std::optional<Objects> fetch() {
    const auto before = problems_.list().size();
    objects_.file = base_;
    for (const auto& [model, path] : endpoints) {
      fetch_all(model, path);
      if (problems_.list().size() > before) return std::nullopt;  // what fails once fails everywhere
    }
    return std::move(objects_);
  }

 private:
  void fetch_all(const char* model, const char* path) {
    std::size_t taken = 0;
    for (bool more = true; more;) {
      const auto address = fmt::format("{}/{}/?limit={}&offset={}", base_, path, options_.page_size, taken);
      const auto page = fetch_page(address);
      if (!page) return;
      const auto& results = (*page)["results"];
      for (std::size_t i = 0; i < results.size(); ++i)
        add_object(objects_, model, results[i], fmt::format("{} {}", path, taken + i + 1), problems_);
      taken += results.size();
      const auto count = (*page)["count"].get<std::size_t>();
      more = !(*page)["next"].is_null();
      if (more && results.empty()) return problems_.add(address, "", "is empty but names a next page");
      if (taken > most_objects) return problems_.add(address, "", fmt::format("leads to more than {} objects", most_objects));
      if (!more && taken != count)
        return problems_.add(address, "", fmt::format("gives {} objects of {}: the inventory changed while it was read", taken, count));
    }
  }

  std::optional<nlohmann::json> fetch_page(const std::string& address) {
    const auto refuse = [&](std::string message) {
      problems_.add(address, "", std::move(message));
      return std::nullopt;
    };
    std::string fault;
    const auto answer = http_get({address, options_.token, options_.timeout_s, most_source_bytes}, fault);
    if (!answer) return refuse(fault);
    if (answer->status == 401 || answer->status == 403) {
      return refuse(
          fmt::format("answers {}: {}", answer->status,
                      options_.token.empty() ? "a token is needed, expected token_file in the recipe" : "the token is not accepted"));
    }
    if (answer->status >= 300 && answer->status < 400)
      return refuse(fmt::format("answers {}: it leads elsewhere, expected the final address of NetBox", answer->status));
    if (answer->status != 200) return refuse(fmt::format("answers {}, expected a page of the REST API", answer->status));
    auto page = parse_json(answer->body, address, problems_);
    if (!page) return std::nullopt;
    const bool sound = page->is_object() && page->contains("results") && (*page)["results"].is_array() && page->contains("count") &&
                       (*page)["count"].is_number_unsigned() && page->contains("next");
    if (!sound) return refuse("is no page of the REST API: it has no count, next and results");
    return page;
  }

  std::string base_;
  const ApiOptions& options_;
  Problems& problems_;
  Objects objects_;
};

}  // namespace

bool is_address(const std::string& source) { return source.starts_with("http://") || source.starts_with("https://"); }

std::optional<Objects> fetch_objects(const std::string& address, const ApiOptions& options, Problems& problems) {
  return Client(address, options, problems).fetch();
}

}  // namespace parktwin::importers::netbox
