import * as React from 'react';
import type { Product } from '../types';

interface Props {
  product: Product;
  onOpen?: (id: string) => void;
}

const DATASHEET = 'Datasheet opened';

export function ProductCard({ product, onOpen }: Props): JSX.Element {
  const [open, setOpen] = React.useState<boolean>(false);
  return (
    <article className="card">
      <h3>{product.name}</h3>
      {/* rtp('send', 'event', { value: 'Card seen' }) came with the old page */}
      <button type="button" onClick={() => window.rtp('send', 'event', { value: 'Card: compare' })}>
        Compare
      </button>
      <a
        href={product.sheet as string}
        onClick={(event: React.MouseEvent<HTMLAnchorElement>) => {
          setOpen(!open);
          window.rtp?.('send', 'event', { value: DATASHEET });
        }}
      >
        Datasheet
      </a>
      <button onClick={() => window.rtp('send', 'event', { value: `Card: ${product.name}` })}>Buy</button>
    </article>
  );
}
