package gazetteer

import (
	"bufio"
	"container/heap"
	"encoding/binary"
	"io"
	"os"
)

// pile is a row of bytes that is written once, then read. Where it has a folder, what passes pileSize lies in a file there.
type pile struct {
	folder string // empty: all stays in memory
	bytes  []byte
	file   *os.File
	size   int64
	err    error // the first of the file
}

const pileSize = 8 << 20

// add appends bytes.
func (p *pile) add(b ...byte) {
	p.bytes = append(p.bytes, b...)
	p.size += int64(len(b))
	if p.folder != "" && len(p.bytes) > pileSize {
		p.flush()
	}
}

func (p *pile) add32(v uint32) { p.add(byte(v), byte(v>>8), byte(v>>16), byte(v>>24)) }

// flush moves what is in memory to the file.
func (p *pile) flush() {
	if p.file == nil && p.err == nil {
		if p.file, p.err = os.CreateTemp(p.folder, "*.pile"); p.err == nil {
			os.Remove(p.file.Name()) // where the system lets an open file go unnamed, a killed import leaves none
		}
	}
	if p.err == nil {
		_, p.err = p.file.Write(p.bytes)
	}
	p.bytes = p.bytes[:0]
}

// WriteTo writes all bytes to w.
func (p *pile) WriteTo(w io.Writer) (int64, error) {
	if p.err != nil {
		return 0, p.err
	}
	written := int64(0)
	if p.file != nil {
		n, err := io.Copy(w, io.NewSectionReader(p.file, 0, p.size-int64(len(p.bytes))))
		if written += n; err != nil {
			return written, err
		}
	}
	n, err := w.Write(p.bytes)
	return written + int64(n), err
}

// drop gives back what the pile holds, its file too.
func (p *pile) drop() {
	if p.file != nil {
		p.file.Close()
		os.Remove(p.file.Name())
	}
	*p = pile{folder: p.folder}
}

// A run is a sorted part of the postings, in a pile.
type run struct {
	in  *bufio.Reader
	now posting
	err error // io.EOF behind the last
}

const postingSize = 16

func (p posting) put(to *pile) {
	var b [postingSize]byte
	binary.LittleEndian.PutUint64(b[:], p.hash)
	binary.LittleEndian.PutUint32(b[8:], p.place)
	if p.longer {
		b[12] = 1
	}
	to.add(b[:]...)
}

// next reads the next posting of the run.
func (r *run) next() {
	var b [postingSize]byte
	if _, r.err = io.ReadFull(r.in, b[:]); r.err == nil {
		r.now = posting{binary.LittleEndian.Uint64(b[:]), binary.LittleEndian.Uint32(b[8:]), b[12] == 1}
	}
}

// runs are a heap: the run whose posting comes first is the first.
type runs []*run

func (r runs) Len() int           { return len(r) }
func (r runs) Less(i, j int) bool { return byHash(r[i].now, r[j].now) < 0 }
func (r runs) Swap(i, j int)      { r[i], r[j] = r[j], r[i] }
func (r *runs) Push(x any)        { *r = append(*r, x.(*run)) }
func (r *runs) Pop() any {
	last := (*r)[len(*r)-1]
	*r = (*r)[:len(*r)-1]
	return last
}

// merge visits the postings of all runs in order.
func (r *runs) merge(visit func(posting)) error {
	heap.Init(r)
	for r.Len() > 0 {
		first := (*r)[0]
		visit(first.now)
		switch first.next(); first.err {
		case nil:
			heap.Fix(r, 0)
		case io.EOF:
			heap.Pop(r)
		default:
			return first.err
		}
	}
	return nil
}
