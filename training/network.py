"""The reader as a PyTorch module: word pieces in, scores of every head out.

A BERT encoder reads word pieces in its first layers and whole words in the others: after `PIECE_LAYERS` layers each
word becomes the mean of its first and last piece and what its middle one adds, which saves a quarter of the time in
English and a third in Russian or Korean. The heads are those of `reader-start`: parts of speech, names, biaffine arcs
and labels (Dozat and Manning 2017), predicates and roles.
"""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.labels import NAMES, RELATIONS, ROLES, UPOS

WIDTH, HEADS, FORWARD = 384, 12, 1536
LAYERS, PIECE_LAYERS = 6, 2
ARC, LABEL, ROLE, ROLE_FORWARD, REACH = 256, 128, 192, 384, 32
INNER = 128
"""Width of what the pieces of a word add to the mean of its first and last."""
STYLES = 64
SIDE_BY_SIDE = ("ad", "ah", "ner.0")
"""Linear layers over the same words that are exported as one."""
WEIGHT_LEVELS = 63
"""Quantised weights span -63..63: processors without the VNNI instructions add pairs of products in 16 bits, and only
seven-bit weights cannot overflow there (onnxruntime calls it `reduce_range`)."""


def rounded_weight(weight: Tensor) -> Tensor:
    """The weight as the quantised model will have it, with the gradient of the weight itself."""
    scale = (weight.detach().abs().amax(1, keepdim=True) / WEIGHT_LEVELS).clamp_min(1e-8)
    return weight + ((weight.detach() / scale).round() * scale - weight.detach())


def rounded_activation(x: Tensor) -> Tensor:
    """The activation in 8 bits over the range of the whole tensor, as `DynamicQuantizeLinear` makes it."""
    kept = x.detach()
    low, high = kept.amin().clamp_max(0), kept.amax().clamp_min(0)
    scale = ((high - low) / 255).clamp_min(1e-8)
    zero = (-low / scale).round()
    return x + (((kept / scale).round() + zero).clamp(0, 255) - zero) * scale - kept


def _hidden(mask: Tensor) -> Tensor:
    """The attention bias that hides what lies outside the mask."""
    return torch.zeros(mask.shape, device=mask.device).masked_fill(~mask, -1e9)


class Rounding(nn.Linear):
    """A linear layer trained under the rounding it will meet when it is quantised (Jacob et al. 2018)."""

    rounds = True

    def forward(self, x: Tensor) -> Tensor:
        if not Rounding.rounds:
            return functional.linear(x, self.weight, self.bias)
        return functional.linear(rounded_activation(x), rounded_weight(self.weight), self.bias)


class Layer(nn.Module):
    """One post-norm transformer layer of BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = Rounding(WIDTH, 3 * WIDTH)
        self.ao = Rounding(WIDTH, WIDTH)
        self.aln = nn.LayerNorm(WIDTH, eps=1e-12)
        self.fi = Rounding(WIDTH, FORWARD)
        self.fo = Rounding(FORWARD, WIDTH)
        self.oln = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        query, key, value = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        attended = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        x = self.aln(x + self.dropout(self.ao(attended.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.oln(x + self.dropout(self.fo(functional.gelu(self.fi(x)))))


class RoleLayer(nn.Module):
    """One pre-norm self-attention layer over the words as one predicate sees them."""

    def __init__(self) -> None:
        super().__init__()
        self.n1, self.n2 = nn.LayerNorm(ROLE), nn.LayerNorm(ROLE)
        self.qkv, self.o = Rounding(ROLE, 3 * ROLE), Rounding(ROLE, ROLE)
        self.f1, self.f2 = Rounding(ROLE, ROLE_FORWARD), Rounding(ROLE_FORWARD, ROLE)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        rows, length, _ = x.shape
        query, key, value = self.qkv(self.n1(x)).view(rows, length, 3, 4, ROLE // 4).permute(2, 0, 3, 1, 4)
        attended = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        x = x + self.o(attended.transpose(1, 2).reshape(rows, length, ROLE))
        return x + self.f2(functional.gelu(self.f1(self.n2(x))))


class Network(nn.Module):
    """Encoder and heads; tensor names are those of `reader-start`, so its weights load as they are."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.word_emb = nn.Embedding(words, WIDTH)
        self.word_emb.weight.requires_grad_(False)
        self.pos_emb = nn.Embedding(512, WIDTH)
        self.src = nn.Embedding(STYLES, WIDTH)
        self.eln = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.inner, self.whole = nn.Linear(2 * WIDTH, INNER), nn.Linear(INNER, WIDTH, bias=False)
        # A fresh network, and one from before there were middle pieces, begins with the mean alone.
        nn.init.zeros_(self.whole.weight)
        self.upos = nn.Linear(WIDTH, len(UPOS))
        self.ner = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.Dropout(0.2), nn.Linear(WIDTH, len(NAMES)))
        self.ad, self.ah = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.ab = nn.Linear(ARC, 1, bias=False)
        self.aw = nn.Parameter(torch.zeros(ARC, ARC))
        self.rd, self.rh = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL)
        self.rw = nn.Parameter(torch.zeros(LABEL, len(RELATIONS) * LABEL))
        self.rb1, self.rb2 = nn.Linear(LABEL, len(RELATIONS)), nn.Linear(LABEL, len(RELATIONS), bias=False)
        self.pred = nn.Linear(WIDTH, 2)
        self.sp, self.sa = nn.Linear(WIDTH, ROLE), nn.Linear(WIDTH, ROLE)
        self.srel = nn.Embedding(2 * REACH + 1, ROLE)
        self.sattn = RoleLayer()
        self.sln, self.sl = nn.LayerNorm(ROLE), nn.Linear(ROLE, len(ROLES))
        self.dropout, self.parser_dropout = nn.Dropout(0.1), nn.Dropout(0.3)

    def encode(self, pieces: Tensor, first: Tensor, last: Tensor, style: Tensor) -> list[Tensor]:
        """Hidden states by layer, the first `PIECE_LAYERS` + 1 over pieces, the others over words.

        `pieces` (sentences, pieces) holds ids with 1 as padding; `first` and `last` (sentences, words + 2) index the
        pieces of `<s>`, each word and `</s>`, with -1 as padding; `style` (sentences,) holds style ids.
        """
        mask = pieces != 1
        x = self.word_emb(pieces) + self.pos_emb.weight[: pieces.shape[1]] + self.src(style)[:, None]
        states = [self.dropout(self.eln(x))]
        bias = _hidden(mask)[:, None, None]
        for number, layer in enumerate(self.layers):
            if number == PIECE_LAYERS:
                bias = _hidden(first >= 0)[:, None, None]
                states.append(self.pooled(states[-1], first.clamp_min(0), last.clamp_min(0)))
            states.append(layer(states[-1], bias))
        return states

    def pooled(self, x: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Words (sentences, words, width) of pieces `x`: the mean of first and last, and what the three differ in."""
        index = torch.arange(len(x), device=x.device)[:, None]
        begin, middle, end = (x[index, at] for at in (first, (first + last) // 2, last))
        apart = torch.cat([end - begin, middle - begin], -1)
        return (begin + end) / 2 + self.whole(functional.gelu(self.inner(apart)))

    def arcs(self, words: Tensor, mask: Tensor) -> Tensor:
        """Scores (sentences, dependents, heads) with the root as head 0 and the words from 1; -1e9 outside."""
        dependent = self.parser_dropout(functional.leaky_relu(self.ad(words), 0.1))
        head = self.parser_dropout(functional.leaky_relu(self.ah(words), 0.1))
        scores = (dependent @ self.aw) @ head.transpose(1, 2) / math.sqrt(ARC) + self.ab(head).transpose(1, 2)
        return scores.masked_fill(~mask[:, None], -1e9)

    def labels(self, words: Tensor, heads: Tensor) -> Tensor:
        """Scores (words, relations) of the relation between `words` (words, width) and their `heads`."""
        dependent = self.parser_dropout(functional.leaky_relu(self.rd(words), 0.1))
        head = self.parser_dropout(functional.leaky_relu(self.rh(heads), 0.1))
        bilinear = (dependent @ self.rw).view(-1, len(RELATIONS), LABEL) @ head[:, :, None]
        return bilinear[..., 0] + self.rb1(dependent) + self.rb2(head)

    def roles(self, words: Tensor, mask: Tensor, row: Tensor, word: Tensor) -> Tensor:
        """Scores (predicates, words, roles) for the predicates at word `word` of sentence `row`."""
        length = words.shape[1]
        offset = (torch.arange(length, device=words.device)[None] - word[:, None]).clamp(-REACH, REACH) + REACH
        seen = functional.gelu(self.sp(words[row, word])[:, None] + self.sa(words)[row] + self.srel(offset))
        bias = _hidden(mask)[row][:, None, None]
        return self.sl(self.sln(self.sattn(seen, bias)))
