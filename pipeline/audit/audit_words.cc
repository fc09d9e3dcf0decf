#include "audit/audit_words.h"

#include "audit/words.h"

namespace kehoach {

WordId WordNumbers::find(std::string_view folded) const {
  if (base_ != nullptr) {
    if (const WordId known = base_->find(folded); known != 0) return known;
  }
  const auto at = own_.find(folded);
  return at == own_.end() ? 0 : at->second;
}

WordId WordNumbers::intern(std::string_view folded) {
  if (const WordId known = find(folded); known != 0) return known;
  own_.emplace(folded, next_);
  return next_++;
}

AuditWords::AuditWords(const AuditRules& rules) : nodes_(1) {
  insert_all(rules.level_words, PhraseKind::silent);
  insert_all(rules.body_heads, PhraseKind::body_head);
  for (const AuditBranch& branch : rules.branches)
    insert_all(branch.words, PhraseKind::field);
  insert_all(rules.areas, PhraseKind::silent);
  insert_all(rules.areas, PhraseKind::area);
  insert_all(rules.common_words, PhraseKind::silent);
  insert_all(rules.kept, PhraseKind::kept);
  insert_all(rules.qualifiers, PhraseKind::qualifier);
  insert_all(rules.starters, PhraseKind::starter);
  insert_all(rules.addressing, PhraseKind::addressing);
  insert_all(rules.list_openers, PhraseKind::list_opener);
  for (const AuditGroup& group : rules.groups) {
    for (const std::string& word : group.words) {
      const std::uint32_t node = insert(word, PhraseKind::group);
      nodes_[node].groups.push_back(static_cast<std::uint16_t>(kinds_.size()));
    }
    kinds_.push_back(group.kind);
  }
}

void AuditWords::insert_all(const std::vector<std::string>& phrases,
                            PhraseKind kind) {
  for (const std::string& phrase : phrases) insert(phrase, kind);
}

std::uint32_t AuditWords::insert(std::string_view phrase, PhraseKind kind) {
  std::uint32_t node = 0;
  for (const Word& word : words_of(phrase, lexicon_)) {
    const std::uint64_t edge = (std::uint64_t{node} << 32U) | word.id;
    const auto [at, fresh] =
        edges_.emplace(edge, static_cast<std::uint32_t>(nodes_.size()));
    if (fresh) nodes_.emplace_back();
    node = at->second;
  }
  nodes_[node].kinds |=
      static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind));
  return node;
}

PhraseHits AuditWords::longest_at(const std::vector<WordId>& words,
                                  std::size_t at) const {
  PhraseHits hits;
  std::uint32_t node = 0;
  for (std::size_t i = at; i < words.size(); ++i) {
    const auto edge = edges_.find((std::uint64_t{node} << 32U) | words[i]);
    if (edge == edges_.end()) break;
    node = edge->second;
    const Node& here = nodes_[node];
    for (std::size_t kind = 0; kind < kPhraseKinds; ++kind) {
      if ((here.kinds & (1U << kind)) == 0) continue;
      hits.size[kind] = static_cast<std::uint8_t>(i + 1 - at);
      if (kind == static_cast<std::size_t>(PhraseKind::group)) {
        hits.groups = &here.groups;
        hits.phrase = node;
      }
    }
  }
  return hits;
}

}  // namespace kehoach
