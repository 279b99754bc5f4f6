#include "importers/netbox/http_get.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <memory>

namespace parktwin::importers::netbox {
namespace {

struct Sink {
  std::string bytes;
  std::uint64_t most = 0;
  bool full = false;
};

std::size_t take(const char* data, std::size_t one, std::size_t count, void* target) {
  auto& sink = *static_cast<Sink*>(target);
  if (sink.bytes.size() + one * count > sink.most) {
    sink.full = true;
    return 0;  // libcurl stops
  }
  sink.bytes.append(data, one * count);
  return one * count;
}

/// libcurl's global state, set up before the first request and kept.
bool ready() {
  static const bool done = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  return done;
}

}  // namespace

std::optional<HttpAnswer> http_get(const HttpRequest& request, std::string& fault) {
  const std::unique_ptr<CURL, void (*)(CURL*)> handle(ready() ? curl_easy_init() : nullptr, &curl_easy_cleanup);
  if (!handle) {
    fault = "libcurl does not start";
    return std::nullopt;
  }
  Sink sink{{}, request.most_bytes, false};
  curl_slist* headers = curl_slist_append(nullptr, "Accept: application/json");
  if (!request.token.empty()) headers = curl_slist_append(headers, ("Authorization: Token " + request.token).c_str());
  const std::unique_ptr<curl_slist, void (*)(curl_slist*)> kept(headers, &curl_slist_free_all);
  curl_easy_setopt(handle.get(), CURLOPT_URL, request.address.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeout_s * 1000.0));
  curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, &take);
  curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &sink);
  const CURLcode code = curl_easy_perform(handle.get());
  if (sink.full) {
    fault = fmt::format("answers with more than {} MiB", request.most_bytes >> 20U);
  } else if (code == CURLE_OPERATION_TIMEDOUT) {
    fault = fmt::format("did not answer within {:g} s", request.timeout_s);
  } else if (code == CURLE_PARTIAL_FILE) {
    fault = fmt::format("broke off after {} bytes", sink.bytes.size());
  } else if (code != CURLE_OK) {
    fault = std::string("gave no answer (") + curl_easy_strerror(code) + ")";
  }
  if (!fault.empty()) return std::nullopt;
  HttpAnswer answer;
  answer.body = std::move(sink.bytes);
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer.status);
  return answer;
}

}  // namespace parktwin::importers::netbox
