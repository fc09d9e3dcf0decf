// From the name of a body to what is asked of the database.

#include <algorithm>

#include "search/search.h"

namespace kehoach {
namespace {

// The bodies that a name may mean, one for each level that has the name.
std::vector<Body> bodies_named(const Bodies& known, std::string_view name) {
  std::vector<Body> found;
  const auto add = [&](const BodyKind& kind) {
    Body body;
    body.id = body.kind = kind.id;
    body.name = kind.name;
    body.level = kind.level;
    found.push_back(std::move(body));
  };
  const std::size_t at = name.find('@');
  if (const BodyKind* kind = known.kind(name.substr(0, at))) {
    add(*kind);
    found.back().id = name;
    return found;
  }
  for (const BodyKind* kind : known.kinds_named(name)) add(*kind);
  if (!found.empty()) return found;
  if (auto body = known.find(name, {})) found.push_back(std::move(*body));
  return found;
}

void add_once(std::vector<std::string>& ids, const std::string& id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

}  // namespace

BodyQuestion ask_for(const Bodies& known, std::string_view name,
                     bool predecessors) {
  BodyQuestion question;
  question.named = bodies_named(known, trim(name));
  for (const Body& body : question.named) {
    add_once(question.bodies, body.id);
    const std::size_t place =
        body.place.empty() ? body.id.find('@') : std::string::npos;
    for (Predecessor& old : known.predecessors(body)) {
      // An id tells the place by its letters alone.
      if (place != std::string::npos) old.body.id += body.id.substr(place);
      if (predecessors) add_once(question.bodies, old.body.id);
      question.predecessors.push_back(std::move(old));
    }
  }
  return question;
}

}  // namespace kehoach
